package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.node.Node;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/** A pod that is being deleted and that others wait for to be gone. */
final class Leaving {
    private Leaving() {}

    static Explanation explained(HeldUp heldUp, String headline, Pod pod, List<Fact> more) {
        List<Fact> facts = new ArrayList<>();
        boolean isSilent = heldUp.evidence()
                .cluster()
                .node(pod.spec().nodeName())
                .filter(node -> !node.answers())
                .isPresent();
        if (isSilent) {
            facts.add(
                    Fact.of(
                            FactCode.NODE_SILENT,
                            Node.ref(pod.spec().nodeName()),
                            FieldPath.of("status", "conditions"),
                            "does not answer: nobody can say that the pod has stopped, and it stays until somebody deletes it by force"));
        }
        for (String finalizer : pod.metadata().finalizers()) {
            facts.add(Fact.of(
                            FactCode.DELETION_FINALIZER,
                            pod.ref(),
                            FieldPath.of("metadata", "finalizers"),
                            "goes when the finalizer " + finalizer + " is taken off")
                    .having(finalizer));
        }
        boolean isStuck = !facts.isEmpty();
        if (!isStuck) {
            facts.add(Fact.of(
                    FactCode.OBJECT_DELETION,
                    pod.ref(),
                    FieldPath.of("metadata", "deletionTimestamp"),
                    "is being deleted, and goes when its node has stopped it"));
        }
        List<Fact> context = new ArrayList<>(more);
        context.add(heldUp.chain(pod));
        return Explanation.of(
                        heldUp.about(),
                        isStuck ? Outlook.BLOCKED : Outlook.WAITS,
                        headline + ": pod " + pod.metadata().name() + " is being deleted"
                                + (isStuck ? " and does not go." : "."))
                .withFacts(facts)
                .withContext(context);
    }
}
