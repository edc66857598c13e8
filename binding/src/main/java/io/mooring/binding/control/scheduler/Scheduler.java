package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;

/**
 * Finds a node for each pod, binds the pod's volumes for it, then the pod. Of the nodes that fit it takes the one with the
 * most room ({@link NodeLoads#bestFirst}) and does not look at the rest; {@link #choices} has every node that fits, with
 * every choice among equal volumes. Models {@code schedulePod} and the binding cycle.
 *
 * <p>While volumes are being bound, the pod's {@code nominatedNodeName} keeps its node and its room.
 */
public final class Scheduler implements PlaneController<Ref<Pod>> {
    public Scheduler() {}

    @Override
    public String name() {
        return PodFindings.DEFAULT_SCHEDULER;
    }

    @Override
    public List<View<?>> views() {
        return List.of(
                UnplacedPods.INDEX,
                UnschedulablePods.VIEW,
                NodeLoads.VIEW,
                HostPorts.VIEW,
                PodTopology.VIEW,
                CsiVolume.PODS_BY_NODE,
                VolumeIndexes.ATTACHMENTS_BY_NODE,
                Priorities.STATED,
                VolumeIndexes.POOL,
                VolumeIndexes.PODS_BY_CLAIM);
    }

    @Override
    public Watches<Ref<Pod>> watches() {
        return QueueingHints.WATCHES;
    }

    /** What it depends on is different from pod to pod: {@link PodFinding.NotKnown}. */
    @Override
    public Kinds needs() {
        return Kinds.of();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Pod> item) {
        return cluster.get(item)
                .filter(Scheduler::isToSchedule)
                .filter(pod -> PodFindings.notKnown(cluster, pod).isEmpty())
                .map(pod -> new SchedulingCycle(cluster, pod).result().writes(cluster, pod))
                .orElse(List.of());
    }

    @Override
    public List<List<Write>> choices(Cluster cluster, Ref<Pod> item) {
        return cluster.get(item)
                .filter(Scheduler::isToSchedule)
                .filter(pod -> PodFindings.notKnown(cluster, pod).isEmpty())
                .map(pod -> new SchedulingCycle(cluster, pod)
                        .results().stream()
                                .map(result -> result.writes(cluster, pod))
                                .toList())
                .orElse(List.of(List.of()));
    }

    @Override
    public boolean isContested(Cluster cluster, Write write) {
        return write.accept(new NodeContest(cluster));
    }

    /** Whether the pod is this scheduler's to place. */
    static boolean isToSchedule(Pod pod) {
        return PodFindings.withoutScheduling(pod).isEmpty();
    }

    /**
     * Whether the pod has its node and waits for its volumes only. Upstream's {@code PreBind} then looks at the claims
     * that are to be bound, and not at whether they are being deleted.
     */
    static boolean isBindingVolumes(Pod pod) {
        return !PodRequests.nodeOf(pod).isEmpty();
    }
}
