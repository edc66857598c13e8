package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** How things stand with a pod: what the scheduler decides on. */
public final class PodFindings {
    static final String DEFAULT_SCHEDULER = "default-scheduler";

    private PodFindings() {}

    /** What the scheduler finds when it looks at the pod now; the pod's condition says what it found when it last looked. */
    public static PodFinding of(Cluster cluster, Pod pod) {
        return withoutScheduling(pod)
                .or(() -> backingOff(cluster, pod))
                .orElseGet(() -> new SchedulingCycle(cluster, pod).result().finding());
    }

    /** Why the pod waits for time to pass; empty if it does not. Upstream: the {@code podBackoffQ} of the scheduling queue. */
    static Optional<PodFinding> backingOff(Cluster cluster, Pod pod) {
        return cluster.finding(pod.ref())
                .filter(PodFinding.BindingFailed.class::isInstance)
                .map(PodFinding.BindingFailed.class::cast);
    }

    /** Why the pod is not the scheduler's to place; empty if it is. */
    static Optional<PodFinding> withoutScheduling(Pod pod) {
        if (pod.isPlaced()) {
            return Optional.of(
                    new PodFinding.Placed(pod.ref(), Node.ref(pod.spec().nodeName())));
        }
        if (pod.hasEnded()) {
            return Optional.of(
                    new PodFinding.Ended(pod.ref(), pod.status().phase().orElseThrow()));
        }
        if (pod.metadata().isBeingDeleted()) {
            return Optional.of(new PodFinding.BeingDeleted(pod.ref()));
        }
        String scheduler = pod.spec().schedulerName();
        if (!scheduler.isEmpty() && !scheduler.equals(DEFAULT_SCHEDULER)) {
            return Optional.of(new PodFinding.OtherScheduler(pod.ref(), scheduler));
        }
        List<String> gates = schedulingGates(pod);
        return gates.isEmpty() ? Optional.empty() : Optional.of(new PodFinding.Gated(pod.ref(), gates));
    }

    private static List<String> schedulingGates(Pod pod) {
        return CarriedFields.objects(pod.spec().rest(), "schedulingGates").stream()
                .map(gate -> CarriedFields.text(gate, "name"))
                .toList();
    }
}
