package io.mooring.binding.explain;

import io.mooring.binding.explain.fix.FixSearch;
import io.mooring.binding.explain.fix.Trials;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;

/** What to change so that an object stands as it is to stand. */
public final class Fixes {
    private Fixes() {}

    /**
     * The smallest changes that help: up to three edits together, more than one only where they are cheaper than any one by
     * itself. Each was applied to the cluster, it was settled, and what is wanted came about: the claim is Bound, the
     * volume is Available or Bound, the pod runs, the workload has all its pods, what is being deleted is gone. Nobody else
     * loses a volume, a reservation, data or a pod.
     *
     * <p>At most {@link FixSearch#MOST_TRIALS} changes are tried, and of the volumes those that fail the fewest rules; {@link
     * FixResult.Extent} tells whether there was more.
     *
     * @throws IllegalArgumentException if there is no such object
     */
    public static FixResult of(Cluster cluster, Ref<?> object) {
        return FixSearch.of(Trials.in(cluster), object);
    }
}
