package io.mooring.binding.control.attach;

import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Collectors;

/** What the attach-detach controller says of a pod's volume. Models {@code GenerateMsg} and {@code reportMultiAttachError}. */
final class AttachEventTexts {
    private static final String FAILED = "FailedAttachVolume";

    private AttachEventTexts() {}

    /** A pod's volume was attached. */
    static EventText attached(AttachmentFinding.Attached finding) {
        return EventText.normal("SuccessfulAttachVolume", text("AttachVolume.Attach succeeded", finding, ""));
    }

    static EventText refused(AttachmentFinding.Refused finding) {
        return failed(finding, finding.answer());
    }

    static EventText timedOut(AttachmentFinding.TimedOut finding) {
        return failed(
                finding,
                "timed out waiting for external-attacher of " + finding.driver() + " CSI driver to attach volume "
                        + finding.handle());
    }

    private static EventText failed(AttachmentFinding finding, String why) {
        return EventText.warning(FAILED, text("AttachVolume.Attach failed", finding, ": " + why));
    }

    /** Pods of other namespaces are not named. */
    static EventText attachedElsewhere(AttachmentFinding.AttachedElsewhere finding, Ref<Pod> waiting) {
        return EventText.warning(FAILED, text("Waiting for detach", finding, users(finding.users(), waiting)));
    }

    private static String users(List<Ref<Pod>> users, Ref<Pod> waiting) {
        if (users.isEmpty()) {
            return "Volume is already exclusively attached to one node, waiting on detach before it can be attached to"
                    + " another node";
        }
        String named = users.stream()
                .filter(user -> user.namespace().equals(waiting.namespace()))
                .map(Ref::name)
                .collect(Collectors.joining(", "));
        long others = users.stream()
                .filter(user -> !user.namespace().equals(waiting.namespace()))
                .count();
        if (named.isEmpty()) {
            return "Volume is already used by " + others + " pod(s) in different namespaces";
        }
        String local = "Volume is already used by pod(s) " + named;
        return others == 0 ? local : local + " and " + others + " pod(s) in different namespaces";
    }

    private static String text(String what, AttachmentFinding finding, String more) {
        return what + " for volume " + "\"" + finding.volume().name() + "\" " + more;
    }
}
