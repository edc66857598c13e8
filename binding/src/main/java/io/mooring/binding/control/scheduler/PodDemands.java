package io.mooring.binding.control.scheduler;

import io.mooring.workload.Pod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pod demands of the other pods where it runs.
 *
 * @param near what it must be near to
 * @param apart what it must be apart from
 * @param spread how its like must be spread
 */
record PodDemands(List<AffinityTerm> near, List<AffinityTerm> apart, List<SpreadConstraint> spread) {
    private static final PodDemands NONE = new PodDemands(List.of(), List.of(), List.of());

    static PodDemands of(Pod pod) {
        List<SpreadConstraint> spread = SpreadConstraint.of(pod);
        if (pod.spec().affinity().isEmpty() && spread.isEmpty()) {
            return NONE;
        }
        return new PodDemands(AffinityTerm.near(pod), AffinityTerm.apart(pod), spread);
    }

    /** The pods that matter to it. */
    Set<PodSelection> selections(Pod pod) {
        if (this == NONE) {
            return Set.of();
        }
        Set<PodSelection> selections = new HashSet<>();
        if (!near.isEmpty()) {
            selections.add(new PodSelection.Near(near));
        }
        apart.forEach(term -> {
            selections.add(new PodSelection.Apart(term));
            selections.add(new PodSelection.Avoiding(term));
        });
        spread.stream()
                .map(SpreadConstraint::selector)
                .map(selector -> new PodSelection.Spread(pod.metadata().namespace(), selector))
                .forEach(selections::add);
        return selections;
    }
}
