package io.mooring.binding.control.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.FitsNowhere.PreemptionPolicy;
import io.mooring.binding.finding.PodFinding.FitsNowhere.RejectedNodes;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitErrorTest {
    private static final Ref<Pod> POD = Pod.ref("default", "p");
    private static final Ref<PersistentVolumeClaim> CLAIM = PersistentVolumeClaim.ref("default", "data");
    private static final Ref<PersistentVolume> VOLUME = PersistentVolume.ref("data");

    private static final List<NodeRejection> FULL = List.of(insufficient("cpu", "1", "4"));
    private static final List<NodeRejection> TOO_SMALL = List.of(insufficient("cpu", "1", "1"));
    private static final List<NodeRejection> ELSEWHERE =
            List.of(new NodeRejection.VolumeNodeAffinityConflict(CLAIM, VOLUME));

    @Test
    void countsEachReasonAndSortsThemAsText() {
        assertThat(FitError.of(onNodes(ELSEWHERE, TOO_SMALL)))
                .isEqualTo(
                        "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match PersistentVolume's node"
                                + " affinity. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.");
    }

    @Test
    void aNodeThatOthersFillHasNoVictims() {
        assertThat(FitError.of(onNodes(FULL, TOO_SMALL)))
                .isEqualTo("0/2 nodes are available: 2 Insufficient cpu. preemption: 0/2 nodes are available: 1 No"
                        + " preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.");
    }

    @Test
    void aNodeWithTwoReasonsCountsInBoth() {
        List<NodeRejection> both = List.of(insufficient("cpu", "1", "1"), insufficient("memory", "1", "1"));
        assertThat(FitError.of(onNodes(both)))
                .startsWith("0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. ");
    }

    @Test
    void aNodeWhereOneReasonStaysHasNoUseForPreemption() {
        List<NodeRejection> both = List.of(insufficient("cpu", "1", "4"), insufficient("memory", "1", "1"));
        assertThat(FitError.of(onNodes(both)))
                .endsWith(" preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.");
    }

    @Test
    void nodesThatTheAffinityDoesNotNameAreCountedToo() {
        assertThat(FitError.of(new FitsNowhere(POD, nodes(FULL), 2, PreemptionPolicy.PREEMPT_LOWER_PRIORITY)))
                .startsWith("0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't satisfy plugin(s)"
                        + " [NodeAffinity]. ");
    }

    @Test
    void whoNeverPreemptsIsToldSo() {
        assertThat(FitError.of(new FitsNowhere(POD, nodes(FULL), 0, PreemptionPolicy.NEVER)))
                .endsWith(" preemption: not eligible due to preemptionPolicy=Never.");
    }

    @Test
    void beforeAnyNodeTheReasonStandsAlone() {
        assertThat(FitError.of(beforeNodes(3, new PodRejection.ClaimNotFound(CLAIM))))
                .isEqualTo("0/3 nodes are available: persistentvolumeclaim \"data\" not found. not found");
    }

    @Test
    void aFindingTellsWhichPluginsRejected() {
        assertThat(onNodes(FULL, ELSEWHERE).rejectors())
                .containsExactly(SchedulerPlugin.NODE_RESOURCES_FIT, SchedulerPlugin.VOLUME_BINDING);
        assertThat(beforeNodes(1, new PodRejection.ClaimNotFound(CLAIM)).rejectors())
                .containsExactly(SchedulerPlugin.VOLUME_RESTRICTIONS);
        assertThat(beforeNodes(1, new PodRejection.VolumeNotFound(CLAIM, VOLUME))
                        .rejectors())
                .containsExactly(SchedulerPlugin.VOLUME_ZONE);
        assertThat(new PodFinding.NoNodes(POD).rejectors()).isEmpty();
    }

    @Test
    void nodesThatTheAffinityDoesNotNameWereRejectedByIt() {
        assertThat(new FitsNowhere(POD, List.of(), 2, PreemptionPolicy.NEVER).rejectors())
                .containsExactly(SchedulerPlugin.NODE_AFFINITY);
    }

    @Test
    void whatChangesWithEveryPodIsNotPartOfTheText() {
        assertThat(insufficient("cpu", "1", "4")).isNotEqualTo(insufficient("cpu", "0", "4"));
        assertThat(insufficient("cpu", "1", "4"))
                .hasToString(insufficient("cpu", "0", "4").toString());
        assertThat(new NodeRejection.TooManyPods(2, 1)).hasToString(new NodeRejection.TooManyPods(1, 1).toString());
    }

    private static NodeRejection insufficient(String resource, String free, String all) {
        return new NodeRejection.InsufficientResource(
                resource, Quantity.parse("2"), Quantity.parse(free), Quantity.parse(all));
    }

    @SafeVarargs
    private static FitsNowhere onNodes(List<NodeRejection>... rejections) {
        return new FitsNowhere(POD, nodes(rejections), 0, PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
    }

    @SafeVarargs
    private static List<RejectedNodes> nodes(List<NodeRejection>... rejections) {
        List<RejectedNodes> nodes = new ArrayList<>();
        for (List<NodeRejection> each : rejections) {
            nodes.add(new RejectedNodes(each, List.of(Node.ref("node-" + nodes.size()))));
        }
        return nodes;
    }

    private static PodFinding.RejectedByPreFilter beforeNodes(int nodes, PodRejection rejection) {
        return new PodFinding.RejectedByPreFilter(POD, nodes, rejection);
    }
}
