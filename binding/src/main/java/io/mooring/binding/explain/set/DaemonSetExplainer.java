package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.Names;
import io.mooring.node.Node;
import io.mooring.tree.FieldPath;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import java.util.Optional;

/** A DaemonSet. */
record DaemonSetExplainer(Evidence evidence, DaemonSet set) {

    Explanation explanation() {
        return Pods.notKnown(new HeldUp(evidence, set.ref()), Pod.KIND, Node.KIND)
                .orElseGet(() -> explanation(Pods.of(evidence, set, set.spec().template())));
    }

    private Explanation explanation(Pods pods) {
        DaemonSetStatus status = set.status();
        int wanted = status.desiredNumberScheduled();
        String headline = "has a ready pod on " + status.numberReady() + " of " + wanted + " nodes";
        Optional<Pod> unready = pods.unready();
        if (status.observedGeneration() < set.metadata().generation()) {
            return pods.heldUp()
                    .of(
                            Outlook.WAITS,
                            "was not looked at since it was changed",
                            Fact.of(
                                    FactCode.SET_UPDATE,
                                    set.ref(),
                                    FieldPath.of("status", "observedGeneration"),
                                    "is to be looked at by its controller"));
        }
        if (status.currentNumberScheduled() < wanted) {
            return pods.missing(wanted - status.currentNumberScheduled(), headline);
        }
        if (unready.isPresent()) {
            return pods.heldUp().by(unready.get(), headline, List.of());
        }
        if (status.updatedNumberScheduled() < wanted) {
            return updating(pods, wanted - status.updatedNumberScheduled());
        }
        if (status.numberReady() < wanted) {
            return pods.leaving()
                    .map(pod -> Leaving.explained(pods.heldUp(), headline, pod, List.of()))
                    .orElseGet(() -> pods.missing(wanted - status.numberReady(), headline));
        }
        return status.numberAvailable() < wanted
                ? pods.notAvailable(headline, set.spec().minReadySeconds())
                : pods.heldUp().of(Outlook.FINE, wanted == 0 ? "is wanted on no node" : headline);
    }

    private Explanation updating(Pods pods, int outdated) {
        boolean isOnDelete = set.spec().updateStrategy().type().equals(Optional.of(UpdateStrategyType.ON_DELETE));
        String text = isOnDelete
                ? "replaces pods only when somebody deletes them (OnDelete)"
                : "replaces its pods one after the other";
        return pods.heldUp()
                .of(
                        Outlook.WAITS,
                        "has " + Names.counted(outdated, "pod") + " of an earlier template",
                        Fact.of(
                                isOnDelete ? FactCode.SET_ON_DELETE : FactCode.SET_UPDATE,
                                set.ref(),
                                FieldPath.of("spec", "updateStrategy"),
                                text));
    }
}
