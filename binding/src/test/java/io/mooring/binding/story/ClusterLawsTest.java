package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every cluster, whatever is done to it. */
class ClusterLawsTest {
    private static final Optional<ClaimPhase> BOUND = Optional.of(ClaimPhase.BOUND);

    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    @Property(tries = 100)
    void noVolumeServesTwoClaims(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
            List<String> taken =
                    bound(cluster).map(claim -> claim.spec().volumeName()).toList();
            assertThat(taken).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 100)
    void whoIsBoundStaysSoWhateverOthersDo(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            Map<Ref<?>, String> before = bindings(cluster, action);
            cluster = action.on(cluster).cluster().settle();
            assertThat(bindings(cluster, action)).containsAllEntriesOf(before);
        }
    }

    @Property(tries = 100)
    void aVolumeIsNeverSmallerThanItsClaimAskedWhenItWasBound(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        Set<String> boundBefore = new HashSet<>();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
            for (PersistentVolumeClaim claim : bound(cluster).toList()) {
                if (boundBefore.add(claim.metadata().uid())) {
                    PersistentVolume volume =
                            cluster.volume(claim.spec().volumeName()).orElseThrow();
                    assertThat(volume.spec().capacity().get("storage")).isGreaterThanOrEqualTo(Action.request(claim));
                }
            }
        }
    }

    @Property(tries = 100)
    void settlingEndsAndASettledWorldStaysSettled(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
            assertThat(cluster.isSettled()).isTrue();
            assertThat(cluster.settle().text()).isEqualTo(cluster.text());
        }
    }

    @Property(tries = 100)
    void whatIsRetainedIsNeverLetGo(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            Cluster before = cluster;
            cluster = action.on(cluster).cluster().settle();
            assertThat(retained(cluster)).containsAll(retainedThrough(before, action));
        }
    }

    @Property(tries = 100)
    void theSameActionsGiveTheSameBytes(@ForAll("stories") List<Action> story) {
        assertThat(played(story).text()).isEqualTo(played(story).text());
    }

    @Property(tries = 100)
    void whatIsDeletedAndHeldByNothingIsGone(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
            assertThat(cluster.all().map(object -> object.metadata())).noneMatch(ClusterLawsTest::shouldBeGone);
        }
    }

    @Property(tries = 100)
    void settlingLateOrEarlyNeverBindsTwice(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster();
        }
        Cluster settled = cluster.settle();
        assertThat(bound(settled).map(claim -> claim.spec().volumeName()).toList())
                .doesNotHaveDuplicates();
        assertThat(bound(settled)).allMatch(claim -> isHeldBy(settled, claim));
    }

    private static boolean isHeldBy(Cluster cluster, PersistentVolumeClaim claim) {
        return cluster.volume(claim.spec().volumeName())
                .flatMap(volume -> volume.spec().claimRef())
                .map(ObjectReference::uid)
                .equals(Optional.of(claim.metadata().uid()));
    }

    private static Cluster played(List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
        }
        return cluster;
    }

    private static Stream<PersistentVolumeClaim> bound(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.status().phase().equals(BOUND));
    }

    /** Which claim has which volume, but for those that the action is about and those that are on their way out. */
    private static Map<Ref<?>, String> bindings(Cluster cluster, Action action) {
        return bound(cluster)
                .filter(claim -> !claim.metadata().isBeingDeleted())
                .filter(claim -> !action.isAbout(claim.ref()))
                .filter(claim -> !action.isAbout(Given.volumeKey(claim.spec().volumeName())))
                .collect(Collectors.toMap(
                        PersistentVolumeClaim::ref, claim -> claim.spec().volumeName()));
    }

    private static Set<Ref<?>> retained(Cluster cluster) {
        return cluster.list(PersistentVolume.KIND)
                .filter(volume ->
                        volume.spec().persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.RETAIN)))
                .map(PersistentVolume::ref)
                .collect(Collectors.toSet());
    }

    /** The volumes that nobody asked to delete or to keep otherwise. */
    private static Set<Ref<?>> retainedThrough(Cluster before, Action action) {
        Set<Ref<?>> retained = retained(before);
        retained.removeIf(key -> before.get(key).orElseThrow().metadata().isBeingDeleted());
        retained.removeIf(action::isAbout);
        return retained;
    }

    private static boolean shouldBeGone(ObjectMeta metadata) {
        return metadata.isBeingDeleted()
                && metadata.finalizers().isEmpty()
                && metadata.deletionGracePeriodSeconds().orElse(0L) == 0;
    }
}
