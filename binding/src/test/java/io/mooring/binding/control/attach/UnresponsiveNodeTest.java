package io.mooring.binding.control.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.node.Node;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a volume whose node does not answer any more. */
class UnresponsiveNodeTest {
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

    private static AttachedClusters withPods() {
        return AttachedClusters.start()
                .withReady("node-1", "True")
                .withPod("a", "node-1")
                .withPod("b", "node-2");
    }

    @Test
    void aDeletedPodStaysAndSoDoesItsVolume() {
        AttachedClusters cluster =
                withPods().withReady("node-1", "Unknown").withoutPod("a").after(SIX_MINUTES);
        assertThat(cluster.settled().cluster().pod("default", "a")).isPresent();
        assertThat(cluster.isReady("a")).isTrue();
    }

    @Test
    void afterSixMinutesTheVolumeIsTakenAwayFromIt() {
        AttachedClusters gone = withPods().withReady("node-1", "Unknown").withoutPodByForce("a");
        assertThat(gone.holders()).containsExactly("node-1");
        AttachedClusters almost = gone.after(SIX_MINUTES.minusSeconds(1));
        assertThat(almost.holders()).containsExactly("node-1");
        AttachedClusters later = almost.after(Duration.ofSeconds(1));
        assertThat(later.holders()).containsExactly("node-2");
        assertThat(later.isReady("b")).isTrue();
    }

    @Test
    void whoComesThenIsToldThatItIsAttachedStill() {
        AttachedClusters cluster = withPods()
                .withoutPod("b")
                .withReady("node-1", "Unknown")
                .withoutPodByForce("a")
                .withPod("c", "node-2");
        assertThat(cluster.told("c"))
                .containsExactly(
                        "Warning FailedAttachVolume: Waiting for detach for volume \"v\" Volume is already "
                                + "exclusively attached to one node, waiting on detach before it can be attached to another node");
    }

    @Test
    void aNodeThatIsReadyIsWaitedForAsLongAsItTakes() {
        AttachedClusters cluster =
                withPods().withReady("node-1", "Unknown").withoutPodByForce("a").withReady("node-1", "False");
        assertThat(cluster.holders())
                .as("its kubelet answers, and has unmounted it")
                .containsExactly("node-2");
    }

    @Test
    void aPodThatComesBackStopsTheClock() {
        AttachedClusters cluster = withPods()
                .withReady("node-1", "Unknown")
                .withoutPodByForce("a")
                .after(Duration.ofMinutes(5))
                .withPod("a", "node-1")
                .withoutPodByForce("a")
                .after(Duration.ofMinutes(5));
        assertThat(cluster.holders()).containsExactly("node-1");
        assertThat(cluster.after(Duration.ofMinutes(1)).holders()).containsExactly("node-2");
    }

    @Test
    void aNodeThatIsOutOfServiceIsNotWaitedFor() {
        AttachedClusters cluster = withPods()
                .withReady("node-1", "Unknown")
                .changed("node-1", AttachedClusters::outOfService)
                .withoutPodByForce("a");
        assertThat(cluster.holders()).containsExactly("node-2");
    }

    @Test
    void aNodeThatIsGoneIsWaitedForLikeOneThatIsNotReady() {
        AttachedClusters gone = withPods().without(Node.ref("node-1")).withoutPodByForce("a");
        assertThat(gone.holders()).containsExactly("node-1");
        assertThat(gone.after(SIX_MINUTES).holders()).containsExactly("node-2");
    }
}
