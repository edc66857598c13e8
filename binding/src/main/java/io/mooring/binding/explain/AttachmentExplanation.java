package io.mooring.binding.explain;

import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/**
 * A pod that has its node and waits there for its volumes.
 *
 * @param findings how things stand with those that are not attached, one or more, in the order of the pod's volumes
 * @param quote what Kubernetes has said of it last
 */
public record AttachmentExplanation(
        Ref<Pod> pod, Ref<Node> node, List<AttachmentFinding> findings, Optional<Quote> quote) {
    public AttachmentExplanation {
        findings = List.copyOf(findings);
    }

    /** For people: the pod, each volume that it waits for, and Kubernetes' own words. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(pod.qualifiedName())
                .append(" waits on ")
                .append(node.name())
                .append(":\n");
        AttachmentText words = new AttachmentText();
        for (AttachmentFinding finding : findings) {
            text.append("  ")
                    .append(finding.volume().name())
                    .append(' ')
                    .append(finding.accept(words))
                    .append('\n');
        }
        quote.ifPresent(said -> text.append("Kubernetes says: ")
                .append(said.reason())
                .append(" \"")
                .append(said.message())
                .append("\"\n"));
        return text.toString();
    }
}
