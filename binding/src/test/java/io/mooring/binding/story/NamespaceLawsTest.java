package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** What holds of a namespace that is deleted, whatever was done in it. */
class NamespaceLawsTest {
    private static final String SHOP = "shop";
    private static final String HOLD = "example.com/hold";
    private static final AtomicInteger GONE = new AtomicInteger();
    private static final AtomicInteger HELD = new AtomicInteger();

    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    @Provide
    Arbitrary<Integer> held() {
        return Arbitraries.integers().between(0, 2);
    }

    @Property(tries = 60, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void nothingOfItIsLeftUnlessAFinalizerHoldsIt(@ForAll("stories") List<Action> story, @ForAll("held") int mostHeld) {
        Cluster before = withHeld(played(story), mostHeld);
        Set<String> retained = retained(before);

        Cluster after = before.delete(Namespace.ref(SHOP)).orThrow().settle();

        List<? extends KubernetesObject> left = after.allIn(SHOP).toList();
        boolean isHeld = left.stream().anyMatch(object -> object.metadata().hasFinalizer(HOLD));
        (isHeld ? HELD : GONE).incrementAndGet();
        assertThat(after.get(Namespace.ref(SHOP)).isPresent()).isEqualTo(isHeld);
        if (isHeld) {
            assertThat(message(after)).isEqualTo(Optional.of(expectedMessage(left)));
        } else {
            assertThat(left).isEmpty();
        }
        assertThat(volumes(after)).containsAll(retained);
        assertThat(after.settle().changesSince(after)).isEmpty();
    }

    @Property(tries = 60)
    void whileItIsBeingDeletedNothingIsCreatedInIt(@ForAll("stories") List<Action> story) {
        Cluster cluster = withHeld(played(story), 1).delete(Namespace.ref(SHOP)).orThrow();
        Set<String> before = uids(cluster);

        for (Action action : story) {
            cluster = moved(action).on(cluster).cluster().settle();
        }

        assertThat(before).containsAll(uids(cluster));
    }

    @AfterContainer
    static void bothHappened() {
        assertThat(GONE).hasValueGreaterThan(5);
        assertThat(HELD).hasValueGreaterThan(5);
    }

    private static Cluster played(List<Action> story) {
        Cluster cluster = Given.cluster().create(namespace()).orThrow();
        for (Action action : story) {
            cluster = moved(action).on(cluster).cluster().settle();
        }
        return cluster;
    }

    private static Namespace namespace() {
        return Namespace.builder()
                .metadata(ObjectMeta.builder().name(SHOP).build())
                .build();
    }

    private static Action moved(Action action) {
        if (action instanceof Action.Create create && create.object().kind().isNamespaced()) {
            KubernetesObject object = create.object();
            return new Action.Create(object.withMetadata(object.metadata().withNamespace(SHOP)));
        }
        if (action instanceof Action.Delete delete) {
            return new Action.Delete(moved(delete.key()), delete.options());
        }
        return action instanceof Action.Patch patch ? new Action.Patch(moved(patch.key()), patch.patch()) : action;
    }

    private static Ref<?> moved(Ref<?> key) {
        return key.kind().ref(SHOP, key.name());
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
                    .orThrow();
        }
        return held;
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

    private static String expectedMessage(List<? extends KubernetesObject> left) {
        assertThat(left).allMatch(object -> object.kind().name().equals("PersistentVolumeClaim"));
        return "Some resources are remaining: persistentvolumeclaims. has " + left.size() + " resource instances";
    }

    private static Set<String> uids(Cluster cluster) {
        return cluster.allIn(SHOP).map(object -> object.metadata().uid()).collect(Collectors.toSet());
    }
}
