package io.mooring.binding.explain.resize;

import io.mooring.binding.control.resize.ResizeFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.ModificationFinding;
import io.mooring.binding.finding.ResizeFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Explains how far a bound claim is on its way to another size, or to other attributes. */
public final class ResizeExplainer {
    private ResizeExplainer() {}

    /** What external-resizer, the binder's own announcer and the kubelet tell of a resize or of a change of attributes. */
    private static final Set<String> REASONS = Set.of(
            "ExternalExpanding",
            "Resizing",
            "VolumeResizeFailed",
            "FileSystemResizeRequired",
            "FileSystemResizeFailed",
            "VolumeModify",
            "VolumeModifyFailed");

    /** Empty if the claim has what it asks for, or has no volume. */
    public static Optional<Explanation> explain(Evidence evidence, PersistentVolumeClaim claim) {
        Cluster cluster = evidence.cluster();
        Optional<ResizeFinding> resize = ResizeFindings.resize(cluster, claim);
        Optional<ModificationFinding> modification = ResizeFindings.modification(cluster, claim);
        List<Step> steps = Stream.concat(
                        resize.map(finding -> finding.accept(new ResizeSteps(cluster, claim))).stream(),
                        modification.map(finding -> finding.accept(new ModificationSteps(cluster))).stream())
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(explanation(claim, steps)
                        .withQuotes(evidence.lastTold(claim, REASONS).stream().toList()));
    }

    private static Explanation explanation(PersistentVolumeClaim claim, List<Step> steps) {
        List<Fact> facts = new ArrayList<>();
        steps.forEach(step -> facts.addAll(step.facts()));
        String volume = claim.volume().orElseThrow().name();
        String headline = "is bound to " + volume + ", and "
                + String.join("; it ", steps.stream().map(Step::headline).toList()) + ".";
        return Explanation.of(claim.ref(), outlook(steps), headline).withFacts(facts);
    }

    private static Outlook outlook(List<Step> steps) {
        return Stream.of(Outlook.BLOCKED, Outlook.NOT_KNOWN)
                .filter(outlook -> steps.stream().anyMatch(step -> step.outlook() == outlook))
                .findFirst()
                .orElse(Outlook.WAITS);
    }

    /**
     * What is due.
     *
     * @param headline the rest of a sentence that begins with the claim
     */
    record Step(Outlook outlook, String headline, List<Fact> facts) {
        Step {
            facts = List.copyOf(facts);
        }
    }

    /** Which sizes may be asked for while this one is not there; models {@code ValidatePersistentVolumeClaimUpdate}. */
    static Fact allowed(PersistentVolumeClaim claim) {
        String actual = claim.actualStorage().toString();
        return Fact.of(
                        FactCode.RESIZE_ALLOWED,
                        claim.ref(),
                        FieldPath.of("spec", "resources", "requests").key("storage"),
                        "may ask for any size above the " + actual
                                + " that it has, be it less than it asks for now; never for " + actual + " or less")
                .having(claim.requestedStorage().toString());
    }
}
