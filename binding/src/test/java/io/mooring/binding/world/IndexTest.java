package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IndexTest {
    private static final Index<PersistentVolume, String> BY_CLASS =
            Index.of(PersistentVolume.KIND, volume -> volume, volume -> List.of(volume.className()));

    private static final Index<KubernetesObject, String> BY_LABEL = Index.ofAll(
            KubernetesObject::metadata,
            object -> List.copyOf(object.metadata().labels().keySet()));

    /** A volume as it is from now on; none if it goes. */
    record Step(String name, Optional<PersistentVolume> volume) {}

    @Property(tries = 200)
    void whatIsKeptIsWhatIsCounted(@ForAll("steps") List<Step> steps) {
        Cluster cluster = Cluster.empty(Controllers.of(new Indexer()));
        for (Step step : steps) {
            cluster = play(cluster, step);
        }

        assertThat(cluster.view(BY_CLASS)).isEqualTo(BY_CLASS.count(cluster));
        assertThat(cluster.view(BY_LABEL)).isEqualTo(BY_LABEL.count(cluster));
    }

    private static Cluster play(Cluster cluster, Step step) {
        Optional<PersistentVolume> before = cluster.volume(step.name());
        if (before.isEmpty() && step.volume().isEmpty()) {
            return cluster;
        }
        return cluster.after(Change.of(
                before.map(KubernetesObject.class::cast), step.volume().map(KubernetesObject.class::cast)));
    }

    @Test
    void findsTheSameWhetherItIsKeptOrNot() {
        Cluster kept = Cluster.empty(Controllers.of(new Indexer()))
                .after(Change.creation(volume("b", "fast", "x")))
                .after(Change.creation(volume("a", "fast", "y")))
                .after(Change.creation(volume("c", "slow", "x")));
        Cluster counted = Cluster.empty(Controllers.NONE);
        for (Change<?> change : kept.changesSince(counted)) {
            counted = counted.after(change);
        }

        assertThat(BY_CLASS.find(kept, "fast"))
                .extracting(each -> each.metadata().name())
                .containsExactly("a", "b");
        assertThat(BY_CLASS.find(counted, "fast").toList())
                .isEqualTo(BY_CLASS.find(kept, "fast").toList());
        for (String name : List.of("fast", "slow", "none")) {
            assertThat(BY_CLASS.list(kept, name))
                    .isEqualTo(BY_CLASS.find(kept, name).toList());
        }
        assertThat(BY_CLASS.count(kept, "slow")).isEqualTo(1);
        assertThat(BY_CLASS.find(kept, "none")).isEmpty();
    }

    /** Brings the indexes and does nothing. */
    private static final class Indexer implements Controller<Ref<?>> {
        @Override
        public String name() {
            return "indexer";
        }

        @Override
        public List<View<?>> views() {
            return List.of(BY_CLASS, BY_LABEL);
        }

        @Override
        public Watches<Ref<?>> watches() {
            return Watches.ofAll((change, cluster) -> List.of());
        }

        @Override
        public List<Write> reconcile(Cluster cluster, Ref<?> item) {
            return List.of();
        }
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<String> classes = Arbitraries.of("", "fast", "slow");
        Arbitrary<String> labels = Arbitraries.of("x", "y");
        return Arbitraries.of("a", "b", "c", "d")
                .flatMap(name -> Combinators.combine(classes, labels)
                        .as((className, label) -> volume(name, className, label))
                        .optional(0.8)
                        .map(volume -> new Step(name, volume)))
                .list()
                .ofMaxSize(20);
    }

    private static PersistentVolume volume(String name, String className, String label) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).putLabels(label, "").build())
                .spec(PersistentVolumeSpec.builder().storageClassName(className).build())
                .build();
    }
}
