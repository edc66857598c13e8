package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.Finding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pod can run nowhere: the scheduler keeps the finding, and says why in an event and in the pod's condition. Models {@code
 * handleSchedulingFailure}.
 */
final class SchedulingFailure {
    private static final String POD_SCHEDULED = "PodScheduled";
    private static final String FALSE = "False";
    private static final String GATED = "SchedulingGated";

    /** Upstream's first back-off; it doubles, up to ten seconds. */
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    private SchedulingFailure() {}

    static List<Write> writes(Cluster cluster, Pod pod, PodFinding.Unschedulable finding) {
        return writes(cluster, pod, finding, "Unschedulable", FitError.of(finding));
    }

    /** Models {@code handleBindingCycleError}. */
    static List<Write> writes(Cluster cluster, Pod pod, PodFinding.BindingFailed finding) {
        String message = "running PreBind plugin \"" + SchedulerPlugin.VOLUME_BINDING.kubernetesName()
                + "\": binding volumes: provisioning failed for PVC \""
                + finding.claim().name() + "\"";
        List<Write> writes = writes(cluster, pod, finding, "SchedulerError", message);
        writes.add(new Write.Note(RefusedNodes.and(cluster, finding.claim(), finding.node())));
        writes.add(new Write.LookAgain(BACK_OFF));
        return writes;
    }

    private static List<Write> writes(Cluster cluster, Pod pod, PodFinding finding, String reason, String message) {
        List<Write> writes = new ArrayList<>();
        if (!cluster.finding(pod.ref()).equals(Optional.<Finding>of(finding))) {
            writes.add(new Write.Note(finding));
        }
        writes.add(Write.warning(pod, "FailedScheduling", message));
        Pod unschedulable = unschedulable(pod, reason, message, cluster.now());
        if (!unschedulable.equals(pod)) {
            writes.add(new Write.UpdateStatus(unschedulable));
        }
        return writes;
    }

    /** Its volumes are there: on which nodes they could not be made no longer matters. */
    static List<Write> refusalsForgotten(Cluster cluster, Pod pod) {
        return pod.claims().stream()
                .filter(claim -> cluster.finding(claim).isPresent())
                .<Write>map(Write.Forget::new)
                .toList();
    }

    /** The pod has a node now: the finding is dropped. */
    static List<Write> forgotten(Cluster cluster, Pod pod) {
        return cluster.finding(pod.ref())
                .<List<Write>>map(finding -> List.of(new Write.Forget(pod.ref())))
                .orElse(List.of());
    }

    /** Whether its condition says that it can run nowhere; that of a gated pod says that nobody looked. */
    static boolean isUnschedulable(Pod pod) {
        return pod.condition(POD_SCHEDULED)
                .filter(condition -> condition.status().equals(FALSE))
                .filter(condition -> !condition.reason().equals(GATED))
                .isPresent();
    }

    /** Without the node that was kept for it. */
    private static Pod unschedulable(Pod pod, String reason, String message, Instant now) {
        Optional<PodCondition> before = pod.condition(POD_SCHEDULED);
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        PodCondition after = condition(pod, reason, message, now);
        if (before.isPresent()) {
            conditions.set(conditions.indexOf(before.get()), after);
        } else {
            conditions.add(after);
        }
        return pod.withStatus(pod.status().withConditions(conditions).withNominatedNodeName(""));
    }

    /** One that says the same stays as it is. Models {@code UpdatePodCondition}. */
    private static PodCondition condition(Pod pod, String reason, String message, Instant now) {
        Optional<PodCondition> before =
                pod.condition(POD_SCHEDULED).filter(each -> each.status().equals(FALSE));
        Optional<PodCondition> same = before.filter(
                each -> each.reason().equals(reason) && each.message().equals(message));
        Instant since = before.flatMap(PodCondition::lastTransitionTime).orElse(now);
        return same.orElseGet(() -> PodCondition.builder()
                .type(POD_SCHEDULED)
                .observedGeneration(pod.metadata().generation())
                .status(FALSE)
                .lastTransitionTime(since)
                .reason(reason)
                .message(message)
                .build());
    }
}
