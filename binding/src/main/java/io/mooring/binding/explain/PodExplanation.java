package io.mooring.binding.explain;

import io.mooring.binding.finding.PodFinding;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.Optional;

/**
 * A pod that a claim waits for.
 *
 * @param finding what the scheduler finds when it looks now
 * @param message what Kubernetes says in the condition PodScheduled; empty before the scheduler has looked
 */
public record PodExplanation(PodFinding finding, Optional<String> message) {
    /** Which pod. */
    public Ref<Pod> pod() {
        return finding.about();
    }
}
