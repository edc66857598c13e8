package io.mooring.binding.explain.pod;

import io.mooring.binding.control.attach.AttachDetachController;
import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Event;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.Comparator;
import java.util.List;

/** Why a pod has no node, or waits on its node for volumes. */
public final class PodExplainer {
    private PodExplainer() {}

    /** Without what would help. */
    public static Explanation explain(Evidence evidence, Pod pod) {
        return pod.isPlaced() ? placed(evidence, pod) : unplaced(evidence, pod);
    }

    private static Explanation placed(Evidence evidence, Pod pod) {
        List<Fact> waiting = pod.isTerminated()
                ? List.of()
                : AttachmentFindings.of(evidence.cluster(), pod).stream()
                        .filter(finding -> !(finding instanceof AttachmentFinding.Attached))
                        .map(PodExplainer::attachment)
                        .toList();
        String node = pod.spec().nodeName();
        return waiting.isEmpty()
                ? Explanation.of(pod.ref(), Outlook.FINE, "has node " + node + ".")
                : Explanation.of(pod.ref(), Outlook.BLOCKED, "waits on " + node + " for its volumes.")
                        .withFacts(waiting)
                        .withQuotes(quotes(evidence, pod));
    }

    private static Fact attachment(AttachmentFinding finding) {
        return Fact.of(FactCode.ATTACHMENT, finding.volume(), FieldPath.ROOT, finding.accept(new AttachmentText()));
    }

    /** What the attach-detach controller warned of last. */
    private static List<Quote> quotes(Evidence evidence, Pod pod) {
        return evidence.eventsOf(pod).stream()
                .filter(event -> event.source().equals(AttachDetachController.NAME))
                .filter(event -> event.type() == Event.Type.WARNING)
                .max(Comparator.comparing(Event::last))
                .map(event -> new Quote(event.reason(), event.message()))
                .stream()
                .toList();
    }

    private static Explanation unplaced(Evidence evidence, Pod pod) {
        PodFinding finding = PodFindings.of(evidence.cluster(), pod);
        Fact fact = Fact.of(
                FactCode.POD_PLACEMENT,
                pod.ref(),
                FieldPath.of("spec", "nodeName"),
                PodText.of(evidence.cluster(), pod));
        return Explanation.of(pod.ref(), outlook(finding), "has no node.").withFacts(List.of(fact));
    }

    private static Outlook outlook(PodFinding finding) {
        if (finding instanceof PodFinding.NotKnown) {
            return Outlook.NOT_KNOWN;
        }
        return finding instanceof PodFinding.Schedulable || finding instanceof PodFinding.BindingVolumes
                ? Outlook.WAITS
                : Outlook.BLOCKED;
    }
}
