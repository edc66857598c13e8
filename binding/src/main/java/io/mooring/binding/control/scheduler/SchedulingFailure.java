package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.Finding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pod can run nowhere: the scheduler keeps in mind why, and tells it in an event and the pod's condition. Models {@code
 * handleSchedulingFailure}.
 */
final class SchedulingFailure {
    private static final String POD_SCHEDULED = "PodScheduled";
    private static final String FALSE = "False";

    private SchedulingFailure() {}

    static List<Write> writes(Cluster cluster, Pod pod, PodFinding.Unschedulable finding) {
        String message = FitError.of(finding);
        List<Write> writes = new ArrayList<>();
        if (!cluster.finding(pod.ref()).equals(Optional.<Finding>of(finding))) {
            writes.add(new Write.Note(finding));
        }
        writes.add(Write.warning(pod, "FailedScheduling", message));
        Pod unschedulable = unschedulable(pod, message, cluster.now());
        if (!unschedulable.equals(pod)) {
            writes.add(new Write.UpdateStatus(unschedulable));
        }
        return writes;
    }

    /** There is a node now: why there was none no longer matters. */
    static List<Write> forgotten(Cluster cluster, Pod pod) {
        return cluster.finding(pod.ref())
                .<List<Write>>map(finding -> List.of(new Write.Forget(pod.ref())))
                .orElse(List.of());
    }

    /** Whether its condition says that it can run nowhere. */
    static boolean isUnschedulable(Pod pod) {
        return condition(pod)
                .filter(condition -> condition.status().equals(FALSE))
                .isPresent();
    }

    /** Without the node that was kept for it. */
    private static Pod unschedulable(Pod pod, String message, Instant now) {
        Optional<PodCondition> before = condition(pod);
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        PodCondition after = condition(before, message, now);
        if (before.isPresent()) {
            conditions.set(conditions.indexOf(before.get()), after);
        } else {
            conditions.add(after);
        }
        return pod.withStatus(pod.status().withConditions(conditions).withNominatedNodeName(""));
    }

    private static PodCondition condition(Optional<PodCondition> before, String message, Instant now) {
        Instant since = before.filter(each -> each.status().equals(FALSE))
                .flatMap(PodCondition::lastTransitionTime)
                .orElse(now);
        return PodCondition.builder()
                .type(POD_SCHEDULED)
                .status(FALSE)
                .lastTransitionTime(since)
                .reason("Unschedulable")
                .message(message)
                .build();
    }

    private static Optional<PodCondition> condition(Pod pod) {
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals(POD_SCHEDULED))
                .findFirst();
    }
}
