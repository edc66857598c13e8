package io.mooring.binding.explain.pod;

import io.mooring.binding.control.attach.AttachDetachController;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.List;
import java.util.Optional;

/** What Kubernetes says of a pod. */
final class PodQuotes {
    private PodQuotes() {}

    /** The scheduler's last word, from its event, or else from the pod's condition. */
    static List<Quote> ofScheduling(Evidence evidence, Pod pod) {
        return evidence
                .lastWarning(pod, event -> event.reason().equals("FailedScheduling"))
                .or(() -> condition(pod))
                .stream()
                .toList();
    }

    private static Optional<Quote> condition(Pod pod) {
        return pod.condition("PodScheduled")
                .filter(condition -> condition.status().equals("False"))
                .map(PodCondition::message)
                .filter(message -> !message.isEmpty())
                .map(message -> new Quote("FailedScheduling", message));
    }

    /** What the attach-detach controller or the node's kubelet warned of last. */
    static List<Quote> ofVolumes(Evidence evidence, Pod pod) {
        return evidence
                .lastWarning(
                        pod,
                        event -> event.source().equals(AttachDetachController.NAME)
                                || event.reason().equals("FailedMount")
                                || event.reason().equals("FailedAttachVolume"))
                .stream()
                .toList();
    }
}
