package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/** How a scheduling cycle ends. Upstream: {@code ScheduleResult}, or a {@code FitError}. */
sealed interface ScheduleResult {

    /** What was found out about the pod. */
    PodFinding finding();

    /** What is to be written. */
    List<Write> writes(Cluster cluster, Pod pod);

    /** The pod gets its node at once. Models {@code Bind}. */
    record Schedulable(PodFinding.Schedulable finding) implements ScheduleResult {
        @Override
        public List<Write> writes(Cluster cluster, Pod pod) {
            String node = finding.node().name();
            List<Write> writes = new ArrayList<>();
            writes.add(new Write.Bind(pod.ref(), node));
            writes.add(Write.normal(
                    pod, "Scheduled", "Successfully assigned " + pod.ref().qualifiedName() + " to " + node));
            writes.addAll(SchedulingFailure.forgotten(cluster, pod));
            writes.addAll(SchedulingFailure.refusalsForgotten(cluster, pod));
            return writes;
        }
    }

    /**
     * The pod's node is kept for it while its volumes are bound. What was found before is forgotten first, so that the pod
     * learns what becomes of its claims. Models {@code Reserve} and {@code PreBind}.
     */
    record BindingVolumes(PodFinding.BindingVolumes finding, PodVolumesOnNode volumes) implements ScheduleResult {
        @Override
        public List<Write> writes(Cluster cluster, Pod pod) {
            String node = finding.node().name();
            List<Write> writes = new ArrayList<>(SchedulingFailure.forgotten(cluster, pod));
            if (!PodRequests.nodeOf(pod).equals(node)) {
                writes.add(new Write.UpdateStatus(pod.withStatus(pod.status().withNominatedNodeName(node))));
            }
            writes.addAll(PreBind.writes(volumes, node));
            return writes;
        }
    }

    /** The pod's volumes cannot be had on its node after all; it is scheduled anew after a while. */
    record BindingFailed(PodFinding.BindingFailed finding) implements ScheduleResult {
        @Override
        public List<Write> writes(Cluster cluster, Pod pod) {
            return SchedulingFailure.writes(cluster, pod, finding);
        }
    }

    /** The pod waits for something to change. */
    record Unschedulable(PodFinding.Unschedulable finding) implements ScheduleResult {
        @Override
        public List<Write> writes(Cluster cluster, Pod pod) {
            return SchedulingFailure.writes(cluster, pod, finding);
        }
    }
}
