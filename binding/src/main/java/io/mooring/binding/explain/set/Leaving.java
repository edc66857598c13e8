package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.deletion.DeletionExplainer;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/** A pod that is being deleted and that others wait for to be gone. */
final class Leaving {
    private Leaving() {}

    static Explanation explained(HeldUp heldUp, String headline, Pod pod, List<Fact> more) {
        Explanation reason =
                DeletionExplainer.explain(heldUp.evidence().cluster(), pod).orElseThrow();
        List<Fact> context = new ArrayList<>(more);
        context.add(heldUp.chain(pod));
        return reason.withAbout(heldUp.about())
                .withOutlook(
                        reason.outlook(), headline + ": pod " + pod.metadata().name() + " " + reason.headline())
                .withContext(context);
    }
}
