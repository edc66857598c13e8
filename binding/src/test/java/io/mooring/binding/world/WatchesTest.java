package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.story.Given;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private static final Cluster EMPTY = Cluster.empty(Controllers.NONE);

    private static final Node NODE =
            Node.builder().metadata(ObjectMeta.builder().name("n").build()).build();

    private static final Watches<String> WATCHES = Watches.<PersistentVolume, String>of(
                    PersistentVolume.KIND, (change, cluster) -> List.of(Wake.now("volume")))
            .and(Pod.KIND, (change, cluster) -> List.of(Wake.atResync("pod")));

    private static List<Wake<String>> wakes(Watches<String> watches, KubernetesObject object) {
        return watches.wakes(Change.creation(object), EMPTY);
    }

    @Test
    void eachKindHasItsHandlerAndAnotherKindWakesNothing() {
        assertThat(wakes(WATCHES, Given.volume("v", "1Gi", "m"))).containsExactly(Wake.now("volume"));
        assertThat(wakes(WATCHES, Given.pod("p", "c"))).containsExactly(Wake.atResync("pod"));
        assertThat(wakes(WATCHES, NODE)).isEmpty();
        assertThat(WATCHES.kinds().contains(Pod.KIND)).isTrue();
        assertThat(WATCHES.kinds().contains(Node.KIND)).isFalse();
    }

    @Test
    void allKindsAreThoseOfCustomResourcesToo() {
        Watches<String> all = Watches.ofAll((change, cluster) -> List.of(Wake.now("any")));
        assertThat(wakes(all, NODE)).containsExactly(Wake.now("any"));
        assertThat(all.kinds()).isSameAs(Kinds.ALL);
        Watches<String> butNodes = all.and(Node.KIND, (change, cluster) -> List.of());
        assertThat(wakes(butNodes, NODE)).isEmpty();
        assertThat(wakes(butNodes, Given.volume("v", "1Gi", "m"))).containsExactly(Wake.now("any"));
    }

    @Test
    void aKindIsWatchedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WATCHES.and(Pod.KIND, (change, cluster) -> List.of()))
                .withMessage("Pod is watched already");
    }

    @Test
    void aNewControllerHearsOfWhatItWatchesAndNothingElse() {
        Cluster cluster = EMPTY.create(Given.volume("v", "1Gi", "m"))
                .orThrow()
                .create(Given.claim("c", "1Gi", "m"))
                .orThrow();
        Cluster told = cluster.with(Controllers.of(new Namer()));
        assertThat(told.settle().events())
                .extracting(event -> event.regarding().toString())
                .containsExactly("PersistentVolumeClaim default/c");
    }

    /** But an index, which is made for one kind. */
    @Test
    void aViewStaysAsItIsAfterAChangeThatItDoesNotWatch() {
        Cluster cluster = Given.cluster();
        List<KubernetesObject> objects = List.of(
                Given.volume("v", "1Gi", "m"),
                Given.claim("c", "1Gi", "m"),
                Given.pod("p", "c"),
                Given.storageClass("fast"),
                Given.set("web", 1, "1Gi", "m"),
                NODE);
        int kept = 0;
        for (View<?> view : ControlPlane.DEFAULT.controllers().views()) {
            for (KubernetesObject object : objects) {
                if (!(view instanceof Index) && !view.watches().contains(object.kind())) {
                    assertIsKept(view, object, cluster);
                    kept++;
                }
            }
        }
        assertThat(kept).isPositive();
    }

    private static <V> void assertIsKept(View<V> view, KubernetesObject object, Cluster cluster) {
        V value = view.start();
        assertThat(view.after(value, Change.creation(object), cluster)).isSameAs(value);
    }

    /** Names every claim in an event. */
    private static final class Namer implements Controller<Ref<PersistentVolumeClaim>> {
        @Override
        public String name() {
            return "namer";
        }

        @Override
        public Watches<Ref<PersistentVolumeClaim>> watches() {
            return Watches.of(
                    PersistentVolumeClaim.KIND,
                    (change, cluster) -> List.of(Wake.now(change.object().ref())));
        }

        @Override
        public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
            return List.of(Write.warning(cluster.get(item).orElseThrow(), "Seen", "seen"));
        }
    }
}
