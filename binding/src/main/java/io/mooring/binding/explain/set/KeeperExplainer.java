package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaKeeper;
import java.util.List;
import java.util.Optional;

/** A ReplicaSet or a ReplicationController. */
record KeeperExplainer(Evidence evidence, ReplicaKeeper keeper) {

    Explanation explanation() {
        HeldUp heldUp = new HeldUp(evidence, keeper.ref());
        return Pods.notKnown(heldUp, Pod.KIND)
                .orElseGet(() -> keeper.podTemplate()
                        .map(template -> explanation(Pods.of(evidence, keeper, template)))
                        .orElseGet(() -> heldUp.of(Outlook.FINE, "has no template, and makes no pods")));
    }

    private Explanation explanation(Pods pods) {
        int wanted = keeper.wantedReplicas();
        List<Pod> active = pods.active();
        long ready = active.stream().filter(Pod::isReady).count();
        String headline = "has " + ready + " of " + wanted + " pods ready";
        Optional<Pod> unready = pods.unready();
        if (active.size() < wanted) {
            return pods.missing(wanted - active.size(), headline);
        }
        if (unready.isPresent()) {
            return pods.heldUp().by(unready.get(), headline, List.of());
        }
        if (active.size() > wanted) {
            return pods.heldUp()
                    .of(
                            Outlook.WAITS,
                            "has " + (active.size() - wanted) + " pods too many, which it is about to delete",
                            Fact.of(
                                    FactCode.SET_SURPLUS,
                                    keeper.ref(),
                                    FieldPath.of("spec", "replicas"),
                                    "wants " + wanted));
        }
        return keeper.status().availableReplicas() < wanted && keeper.minReadySeconds() > 0
                ? pods.notAvailable(headline, keeper.minReadySeconds())
                : pods.heldUp()
                        .of(
                                Outlook.FINE,
                                wanted == 0 ? "wants no pods" : "has " + wanted + " of " + wanted + " pods ready");
    }
}
