package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Steps;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds of a namespace that is deleted, whatever was done in it. */
@AddLifecycleHook(KeptSeed.class)
class NamespaceLawsTest {
    private static final String SHOP = "shop";
    private static final Cluster START = Stories.any().parse("""
                    kubectl create -f - <<'EOF'
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: shop}
                    EOF
                    """).end();
    private static final String HOLD = "example.com/hold";
    private static final AtomicInteger GONE = new AtomicInteger();
    private static final AtomicInteger HELD = new AtomicInteger();

    /** In which much is in the namespace, and nobody deletes it. */
    @Provide
    Arbitrary<Story> stories() {
        List<StepSource> sources = new ArrayList<>(List.of(Steps.values()));
        sources.remove(Steps.DELETE_NAMESPACE);
        sources.addAll(Collections.nCopies(12, Steps.NEW_IN_NAMESPACE));
        return MooringArbitraries.of(
                Stories.any().of(sources.toArray(StepSource[]::new)).from(START));
    }

    @Provide
    Arbitrary<Integer> held() {
        return Arbitraries.integers().between(0, 2);
    }

    @Property(tries = 60)
    void nothingOfItIsLeftUnlessAFinalizerHoldsIt(@ForAll("stories") Story story, @ForAll("held") int mostHeld) {
        Cluster before = withHeld(story.end(), mostHeld);
        Set<String> retained = retained(before);

        Cluster after = before.delete(Namespace.ref(SHOP)).orThrow().settle();

        List<? extends KubernetesObject> left = after.allIn(SHOP).toList();
        (left.isEmpty() ? GONE : HELD).incrementAndGet();
        assertThat(after.get(Namespace.ref(SHOP)).isPresent()).isEqualTo(!left.isEmpty());
        assertThat(firstToGo(after)).allMatch(object -> isHeld(after, object));
        if (!left.isEmpty()) {
            assertThat(message(after)).isEqualTo(Optional.of(expectedMessage(left)));
        }
        assertThat(volumes(after)).containsAll(retained);
        assertThat(after.settle().changesSince(after)).isEmpty();
    }

    @Property(tries = 60)
    void whileItIsBeingDeletedNothingIsCreatedInIt(@ForAll("stories") Story story) {
        Cluster deleted = withHeld(story.end(), 1).delete(Namespace.ref(SHOP)).orThrow();
        Set<String> before = uids(deleted);

        Cluster after = Story.of(deleted, story.steps()).end();

        assertThat(before).containsAll(uids(after));
    }

    @AfterContainer
    static void bothHappened() {
        assertThat(GONE).hasValueGreaterThan(5);
        assertThat(HELD).hasValueGreaterThan(5);
    }

    /** With a finalizer on some of what is no pod and not being deleted: pods hold up everything else. */
    private static Cluster withHeld(Cluster cluster, int most) {
        Cluster held = cluster;
        List<? extends KubernetesObject> some = cluster.allIn(SHOP)
                .filter(object -> !object.metadata().isBeingDeleted())
                .filter(object -> object.kind().equals(PersistentVolumeClaim.KIND))
                .limit(most)
                .toList();
        for (KubernetesObject object : some) {
            held = held.update(object.withMetadata(object.metadata().withFinalizer(HOLD)))
                    .cluster();
        }
        return held;
    }

    /** Where pods are left, nothing else is begun. */
    private static List<? extends KubernetesObject> firstToGo(Cluster cluster) {
        List<Pod> pods = cluster.list(Pod.KIND, SHOP).stream().toList();
        return pods.isEmpty() ? cluster.allIn(SHOP).toList() : pods;
    }

    private static boolean isHeld(Cluster cluster, KubernetesObject object) {
        return object.metadata().hasFinalizer(HOLD)
                || (object instanceof Pod pod
                        && cluster.node(pod.spec().nodeName())
                                .filter(node -> !node.answers())
                                .isPresent());
    }

    private static Set<String> retained(Cluster cluster) {
        return cluster.list(PersistentVolume.KIND)
                .filter(volume ->
                        volume.spec().persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.RETAIN)))
                .filter(volume -> !volume.metadata().isBeingDeleted())
                .map(volume -> volume.metadata().name())
                .collect(Collectors.toSet());
    }

    private static Stream<String> volumes(Cluster cluster) {
        return cluster.list(PersistentVolume.KIND)
                .map(volume -> volume.metadata().name());
    }

    private static Optional<String> message(Cluster cluster) {
        return cluster.get(Namespace.ref(SHOP))
                .flatMap(namespace -> namespace.status().condition("NamespaceContentRemaining"))
                .map(condition -> condition.message());
    }

    /** By resource; while pods are left upstream counts nothing. Models {@code deleteAllContent}, {@code ProcessContentTotals}. */
    private static String expectedMessage(List<? extends KubernetesObject> left) {
        if (left.stream().anyMatch(Pod.class::isInstance)) {
            return "All content successfully removed";
        }
        Map<String, Long> counts = left.stream()
                .collect(Collectors.groupingBy(
                        object -> object.kind().plural() + "." + object.kind().group(),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " has " + count.getValue() + " resource instances")
                .collect(Collectors.joining(", ", "Some resources are remaining: ", ""));
    }

    private static Set<String> uids(Cluster cluster) {
        return cluster.allIn(SHOP).map(object -> object.metadata().uid()).collect(Collectors.toSet());
    }
}
