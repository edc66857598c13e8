package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.workload.Pod;

/** Why a pod has no node, or does not run on the node that it has. */
public final class PodExplainer {
    private PodExplainer() {}

    /** Without what would help. */
    public static Explanation explain(Evidence evidence, Pod pod) {
        Explanation explanation = PodFindings.of(evidence.cluster(), pod).accept(new PodByFinding(evidence, pod));
        return Circle.through(evidence.cluster(), pod.ref())
                .map(circle -> circle.added(explanation))
                .orElse(explanation);
    }
}
