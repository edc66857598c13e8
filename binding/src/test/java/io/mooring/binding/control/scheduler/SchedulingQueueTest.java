package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.ScheduledPods.NOT_HELPFUL;
import static io.mooring.binding.control.scheduler.ScheduledPods.and;
import static io.mooring.binding.control.scheduler.ScheduledPods.found;
import static io.mooring.binding.control.scheduler.ScheduledPods.lazy;
import static io.mooring.binding.control.scheduler.ScheduledPods.placed;
import static io.mooring.binding.control.scheduler.ScheduledPods.readOnly;
import static io.mooring.binding.control.scheduler.ScheduledPods.rejection;
import static io.mooring.binding.control.scheduler.ScheduledPods.rejectionOf;
import static io.mooring.binding.control.scheduler.ScheduledPods.with;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reservedFor;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Wake;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import org.junit.jupiter.api.Test;

/** When a pod that was rejected is looked at again, and when the scheduler forgets why it was. */
class SchedulingQueueTest {
    @Test
    void aRejectedPodIsPlacedOnceANodeComes() {
        assertThat(placed(and(with(pod("p")), node("a", "4")), "p")).isEqualTo("a");
    }

    @Test
    void thatAClaimIsGoneIsNotNewsButTheNextVolumeIs() {
        Cluster waiting = with(node("a", "4"), claim("c", "1Gi", "m"), pod("p", "c"));
        Cluster gone = waiting.delete(claimKey("c")).orThrow().settle();
        assertThat(gone.get(claimKey("c"))).isEmpty();
        assertThat(rejection(gone, "p"))
                .isEqualTo("0/1 nodes are available: persistentvolumeclaim \"c\" is being deleted. not found");
        assertThat(rejection(and(gone, volume("v", "1Gi", "other")), "p"))
                .isEqualTo("0/1 nodes are available: persistentvolumeclaim \"c\" not found. not found");
    }

    @Test
    void whoLeavesMakesRoom() {
        Cluster full = with(node("a", "4"), asking(pod("p"), "3"), asking(pod("q"), "3"));
        assertThat(rejection(full, "q"))
                .isEqualTo("0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No"
                        + " preemption victims found for incoming pod.");
        assertThat(placed(full.delete(podKey("p")).orThrow().settle(), "q")).isEqualTo("a");
    }

    @Test
    void aPodWhoseVolumesAreBeingBoundLearnsThatItsClaimIsGone() {
        Cluster bindingVolumes =
                with(node("a", "4"), lazy("lazy", "alien.example.com"), claim("c", "1Gi", "lazy"), pod("p", "c"));
        assertThat(rejectionOf(found(bindingVolumes, "p"))).isEmpty();
        assertThat(rejection(bindingVolumes.delete(claimKey("c")).orThrow().settle(), "p"))
                .isEqualTo("0/1 nodes are available: persistentvolumeclaim \"c\" not found. not found");
    }

    @Test
    void aPodWhoseVolumesAreBeingBoundLearnsThatItsVolumeIsGone() {
        Cluster bindingVolumes = with(
                node("a", "4"),
                lazy("local", "kubernetes.io/no-provisioner"),
                readOnly(reservedFor("c", volume("v", "1Gi", "local"))),
                claim("c", "1Gi", "local"),
                pod("p", "c"));
        assertThat(rejectionOf(found(bindingVolumes, "p"))).isEmpty();
        assertThat(rejection(bindingVolumes.delete(volumeKey("v")).orThrow().settle(), "p"))
                .isEqualTo("0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind."
                        + NOT_HELPFUL);
    }

    @Test
    void whyAPodWasRejectedIsForgottenOnceItHasItsNode() {
        Cluster waiting = with(pod("p"));
        assertThat(waiting.finding(podKey("p")))
                .contains(new PodFinding.NoNodes(found(waiting, "p").ref()));
        assertThat(and(waiting, node("a", "4")).finding(podKey("p"))).isEmpty();
    }

    @Test
    void whyAPodWasRejectedIsForgottenOnceANodeIsKeptForIt() {
        Cluster waiting = with(lazy("lazy", "alien.example.com"), claim("c", "1Gi", "lazy"), pod("p", "c"));
        assertThat(waiting.finding(podKey("p"))).isPresent();
        Cluster bindingVolumes = and(waiting, node("a", "4"));
        assertThat(found(bindingVolumes, "p").status().nominatedNodeName()).isEqualTo("a");
        assertThat(bindingVolumes.finding(podKey("p"))).isEmpty();
    }

    @Test
    void whyAPodWasRejectedIsForgottenWithThePod() {
        Cluster gone = with(pod("p")).delete(podKey("p")).orThrow().settle();
        assertThat(gone.finding(podKey("p"))).isEmpty();
    }

    @Test
    void aPodThatCameWithItsConditionIsLookedAtWhateverChanges() {
        Cluster opened = cluster().create(pod("p")).orThrow();
        PodCondition condition = PodCondition.builder()
                .type("PodScheduled")
                .status("False")
                .message("0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found")
                .build();
        Pod told = found(opened, "p");
        opened = opened.updateStatus(told.withStatus(told.status().withConditions(condition)))
                .orThrow();
        assertThat(opened.finding(podKey("p"))).isEmpty();
        assertThat(QueueingHints.WATCHES.wakes(Change.creation(volume("v", "1Gi", "m")), opened))
                .containsExactly(Wake.now(podKey("p")));
    }

    @Test
    void aPodThatWaitsForItsClaimsIsNotLookedAtForEveryVolume() {
        Cluster waiting = with(node("a", "4"), claim("c", "1Gi", "m"), pod("p", "c"));
        assertThat(QueueingHints.WATCHES.wakes(Change.creation(volume("v", "1Gi", "m")), waiting))
                .isEmpty();
    }

    @Test
    void aPodThatFitsNowhereForItsVolumesIsLookedAtForEveryVolume() {
        Cluster waiting =
                with(node("a", "4"), lazy("l", "kubernetes.io/no-provisioner"), claim("c", "1Gi", "l"), pod("p", "c"));
        assertThat(QueueingHints.WATCHES.wakes(Change.creation(volume("v", "1Gi", "m")), waiting))
                .containsExactly(Wake.now(podKey("p")));
    }

    @Test
    void aPodThatWaitsForRoomIsNotLookedAtForAVolume() {
        Cluster full = with(node("a", "4"), asking(pod("p"), "3"), asking(pod("q"), "3"));
        assertThat(QueueingHints.WATCHES.wakes(Change.creation(volume("v", "1Gi", "m")), full))
                .isEmpty();
        assertThat(QueueingHints.WATCHES.wakes(Change.removal(found(full, "p")), full))
                .containsExactly(Wake.now(podKey("q")));
    }
}
