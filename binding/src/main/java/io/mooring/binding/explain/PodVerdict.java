package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.Optional;

/**
 * A pod that a claim waits for.
 *
 * @param message what the scheduler says in the condition PodScheduled; empty before it has looked
 */
public record PodVerdict(Ref<Pod> pod, Optional<String> message) {}
