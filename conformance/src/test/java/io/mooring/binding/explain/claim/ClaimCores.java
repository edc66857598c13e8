package io.mooring.binding.explain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeResourceRequirements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds the demands of a claim that no volume meets to being as few as will do: each is dropped, and it is asked again. */
public final class ClaimCores {
    private ClaimCores() {}

    /**
     * Whether the demands of the claim rule out every volume, and none of them can be spared.
     *
     * @return how many they are, and how many of them could be left out of the claim itself and were
     */
    public static Checked check(Cluster cluster, PersistentVolumeClaim claim) {
        List<VolumeVerdict> verdicts = new Survey(cluster, claim).verdicts();
        List<Demand> core = Surveyed.of(Evidence.of(cluster), claim).core();
        boolean isServed =
                verdicts.stream().anyMatch(verdict -> Demands.failedBy(verdict).isEmpty());
        assertThat(core.isEmpty()).as(claim.toString()).isEqualTo(isServed || verdicts.isEmpty());
        int asked = 0;
        for (Demand dropped : core) {
            Set<Demand> rest = new TreeSet<>(core);
            rest.remove(dropped);
            assertThat(verdicts)
                    .as("%s without %s", claim.ref(), dropped)
                    .anyMatch(verdict -> Demands.failedBy(verdict).stream().noneMatch(rest::contains));
            for (VolumeVerdict verdict : verdicts) {
                Optional<PersistentVolumeClaimSpec> without =
                        Demands.failedBy(verdict).equals(Set.of(dropped))
                                ? without(dropped, claim.spec(), verdict.volume())
                                : Optional.empty();
                if (without.isPresent()) {
                    assertServed(cluster, claim.withSpec(without.get()), verdict);
                    asked++;
                }
            }
        }
        return new Checked(core.size(), asked);
    }

    /** What was found of a claim. */
    public record Checked(int demands, int askedAgain) {}

    private static void assertServed(Cluster cluster, PersistentVolumeClaim claim, VolumeVerdict volume) {
        assertThat(new Survey(cluster, claim).verdicts())
                .as("%s, asked again for %s", claim, volume.ref())
                .anyMatch(verdict -> verdict.ref().equals(volume.ref()) && verdict.misses() == 0);
    }

    /** Empty where the demand is not the claim's to leave out: that somebody else has the volume, or where it can be reached. */
    private static Optional<PersistentVolumeClaimSpec> without(
            Demand dropped, PersistentVolumeClaimSpec spec, PersistentVolume volume) {
        return switch (dropped.kind()) {
            case CAPACITY ->
                Optional.of(spec.withResources(VolumeResourceRequirements.builder()
                        .putRequests("storage", Quantity.parse("1"))
                        .build()));
            case ACCESS_MODE -> Optional.of(spec.withAccessModes(volume.spec().accessModes()));
            case VOLUME_MODE -> Optional.of(spec.withVolumeMode(volume.volumeMode()));
            case LABEL, READABLE_SELECTOR ->
                Optional.of(spec.withSelector(LabelSelector.builder().build()));
            case CLASS, ATTRIBUTES_CLASS, REACH, FREE -> Optional.empty();
        };
    }
}
