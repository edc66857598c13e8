package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a pod was placed nowhere, as its condition and an event tell it. Models {@code handleSchedulingFailure}. */
final class Rejection {
    private static final String POD_SCHEDULED = "PodScheduled";
    private static final String FALSE = "False";

    private Rejection() {}

    /** Why the pod was placed nowhere when it was last looked at. */
    static Optional<String> of(Pod pod) {
        return condition(pod)
                .filter(condition -> condition.status().equals(FALSE))
                .map(PodCondition::message);
    }

    static List<Write> writes(Pod pod, String message, Instant now) {
        Write event = Write.warning(pod, "FailedScheduling", message);
        Pod rejected = rejected(pod, message, now);
        return rejected.equals(pod) ? List.of(event) : List.of(event, new Write.UpdateStatus(rejected));
    }

    /** Without the node that was kept for it. */
    private static Pod rejected(Pod pod, String message, Instant now) {
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
