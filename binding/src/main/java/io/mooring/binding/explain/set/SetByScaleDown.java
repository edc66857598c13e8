package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.binding.finding.ScaleDownFinding.Condemned;
import io.mooring.binding.finding.ScaleDownFinding.HeldBack;
import io.mooring.binding.finding.ScaleDownFinding.Terminating;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.List;

/** A StatefulSet by the first pod that it has too many. */
record SetByScaleDown(StatefulSetExplainer of) implements ScaleDownFinding.Cases<Explanation> {
    private static final String SURPLUS = "has pods beyond its replicas";

    private HeldUp heldUp() {
        return new HeldUp(of.evidence(), of.set().ref());
    }

    private Pod pod(io.mooring.meta.Ref<Pod> ref) {
        return of.evidence().cluster().get(ref).orElseThrow();
    }

    @Override
    public Explanation condemned(Condemned finding) {
        return heldUp().of(
                        Outlook.WAITS,
                        SURPLUS + ": pod " + finding.pod().name() + " is about to be deleted",
                        Fact.of(FactCode.SET_SURPLUS, finding.pod(), FieldPath.ROOT, "is more than the set wants"));
    }

    @Override
    public Explanation terminating(Terminating finding) {
        return Leaving.explained(
                heldUp(),
                SURPLUS,
                pod(finding.pod()),
                List.of(Fact.of(FactCode.SET_SURPLUS, finding.pod(), FieldPath.ROOT, "is more than the set wants")));
    }

    @Override
    public Explanation heldBack(HeldBack finding) {
        Fact surplus = Fact.of(
                FactCode.SET_SURPLUS,
                finding.pod(),
                FieldPath.ROOT,
                "is more than the set wants, is not available, and goes only once "
                        + finding.by().name() + " is available or gone (OrderedReady)");
        return heldUp().by(pod(finding.by()), SURPLUS, List.of(surplus));
    }
}
