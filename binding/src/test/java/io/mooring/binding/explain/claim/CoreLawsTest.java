package io.mooring.binding.explain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.claim.Demand.Kind;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The facts of a claim that no volume fits are a core: asked of whole clusters, not of sets. */
class CoreLawsTest {
    private static final List<String> SIZES = List.of("1G", "1Gi", "1500Mi", "2Gi");
    private static final List<String> CLASSES = List.of("", "manual", "fast");
    private static final List<List<AccessMode>> MODES = List.of(
            List.of(AccessMode.READ_WRITE_ONCE),
            List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY),
            List.of(AccessMode.READ_ONLY_MANY));

    @Provide
    Arbitrary<PersistentVolume> volumes() {
        return Combinators.combine(
                        Arbitraries.of(SIZES),
                        Arbitraries.of(CLASSES),
                        Arbitraries.of(MODES),
                        Arbitraries.of(VolumeMode.FILESYSTEM, VolumeMode.FILESYSTEM, VolumeMode.BLOCK),
                        labels(),
                        Arbitraries.of(0, 0, 0, 1))
                .as((size, className, modes, mode, labels, reserved) -> {
                    PersistentVolume plain = Given.volume("v", size, className);
                    PersistentVolume volume = plain.withMetadata(
                                    plain.metadata().withLabels(labels))
                            .withSpec(plain.spec().withAccessModes(modes).withVolumeMode(mode));
                    return reserved == 1 ? Given.reservedFor("other", volume) : volume;
                });
    }

    private static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of("disk", "zone"), Arbitraries.of("a", "b"))
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<PersistentVolume>> pools() {
        return volumes().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<PersistentVolumeClaim> claims() {
        return Combinators.combine(
                        Arbitraries.of(SIZES),
                        Arbitraries.of(CLASSES),
                        Arbitraries.of(MODES),
                        Arbitraries.of(VolumeMode.FILESYSTEM, VolumeMode.FILESYSTEM, VolumeMode.BLOCK),
                        labels())
                .as((size, className, modes, mode, labels) -> {
                    PersistentVolumeClaim plain = Given.claim("c", size, className);
                    return plain.withSpec(plain.spec()
                            .withAccessModes(modes)
                            .withVolumeMode(mode)
                            .withSelector(LabelSelector.builder()
                                    .putAllMatchLabels(labels)
                                    .build()));
                });
    }

    private static Cluster settled(List<PersistentVolume> pool, PersistentVolumeClaim claim) {
        Cluster cluster = Given.cluster();
        int number = 0;
        for (PersistentVolume volume : pool) {
            cluster = cluster.create(volume.withMetadata(volume.metadata().withName("v" + number)))
                    .orThrow();
            number++;
        }
        return cluster.create(claim).orThrow().settle();
    }

    @Property
    void everyFactIsNeededAndTogetherTheyRuleOutEveryVolume(
            @ForAll("pools") List<PersistentVolume> pool, @ForAll("claims") PersistentVolumeClaim asked) {
        Cluster cluster = settled(pool, asked);
        PersistentVolumeClaim claim = cluster.get(asked.ref()).orElseThrow();
        Explanation explanation = Explainer.explain(cluster, claim.ref());
        Statistics.label("outlook").collect(explanation.outlook());
        assertThat(claim.isBound()).isEqualTo(explanation.outlook() == Outlook.FINE);
        if (claim.isBound()) {
            return;
        }
        List<VolumeVerdict> verdicts = new Survey(cluster, claim).verdicts();
        List<Demand> core = Surveyed.of(Evidence.of(cluster), claim).core();
        Statistics.label("core").collect(core.size());
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(Demands.failedBy(verdict)).containsAnyElementsOf(core));
        for (Demand dropped : core) {
            Set<Demand> rest = new TreeSet<>(core);
            rest.remove(dropped);
            assertThat(verdicts)
                    .anyMatch(verdict -> Demands.failedBy(verdict).stream().noneMatch(rest::contains));
            verdicts.stream()
                    .filter(verdict -> Demands.failedBy(verdict).equals(Set.of(dropped)))
                    .filter(verdict -> dropped.kind() != Kind.FREE)
                    .forEach(verdict -> assertBindsWithout(dropped, pool, claim, verdict.volume()));
        }
        Statistics.label("core").coverage(coverage -> {
            coverage.check(1).count(count -> count >= 50);
            coverage.check(2).count(count -> count >= 20);
        });
        Statistics.label("outlook")
                .coverage(coverage -> coverage.check(Outlook.FINE).count(count -> count >= 20));
        Statistics.label("asked again")
                .coverage(coverage -> coverage.checkPattern(".*").count(count -> count >= 50));
    }

    /** The claim asked again without one of its demands, in which alone a volume fails it. */
    private static void assertBindsWithout(
            Demand dropped, List<PersistentVolume> pool, PersistentVolumeClaim claim, PersistentVolume volume) {
        PersistentVolumeClaim plain = Given.claim("c", "1Gi", "");
        PersistentVolumeClaim without = plain.withSpec(without(dropped, claim.spec(), volume));
        Cluster again = settled(pool, without);
        Statistics.label("asked again").collect(dropped.kind().name());
        assertThat(again.get(claim.ref()).orElseThrow().isBound())
                .as(dropped + " " + claim + " " + volume)
                .isTrue();
    }

    private static PersistentVolumeClaimSpec without(
            Demand dropped, PersistentVolumeClaimSpec spec, PersistentVolume volume) {
        return switch (dropped.kind()) {
            case CLASS -> spec.withStorageClassName(volume.className());
            case CAPACITY ->
                spec.withResources(VolumeResourceRequirements.builder()
                        .putRequests("storage", Quantity.parse("1"))
                        .build());
            case ACCESS_MODE -> spec.withAccessModes(volume.spec().accessModes());
            case VOLUME_MODE -> spec.withVolumeMode(volume.volumeMode());
            case LABEL -> spec.withSelector(LabelSelector.builder().build());
            case READABLE_SELECTOR, ATTRIBUTES_CLASS, REACH, FREE ->
                throw new IllegalArgumentException("no volume of this world fails " + dropped);
        };
    }
}
