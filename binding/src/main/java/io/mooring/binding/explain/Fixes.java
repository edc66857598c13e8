package io.mooring.binding.explain;

import io.mooring.binding.explain.fix.FixSearch;
import io.mooring.binding.explain.fix.Trials;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
        return of(cluster, List.of(object)).get(0);
    }

    /**
     * The same of each of these, in their order. What a change leads to is found out once for all.
     *
     * @throws IllegalArgumentException if one of them does not exist
     */
    public static List<FixResult> of(Cluster cluster, List<? extends Ref<?>> objects) {
        Trials trials = Trials.in(cluster);
        return objects.stream().map(object -> FixSearch.of(trials, object)).toList();
    }

    /**
     * What helps all for which somebody has to do something: of those of which the same can be said the first, in the order of
     * these. After {@link Explainer#MOST_TRIALS} changes that were tried, nothing is looked for any more; the largest groups
     * come first.
     *
     * @param which those that the caller asks about
     */
    public static List<FixResult> ofStuck(Cluster cluster, Predicate<? super Ref<?>> which) {
        List<ExplanationGroup> groups = Explainer.unhelped(cluster, which).stream()
                .filter(group -> group.first().outlook() != Outlook.WAITS)
                .toList();
        Trials trials = Trials.in(cluster);
        Map<Ref<?>, FixResult> results = new HashMap<>();
        groups.stream()
                .sorted(Comparator.comparingInt(ExplanationGroup::count).reversed())
                .map(group -> group.first().about())
                .forEach(object -> results.put(
                        object,
                        trials.count() < Explainer.MOST_TRIALS
                                ? FixSearch.of(trials, object)
                                : new FixResult.NotTried(object)));
        return groups.stream().map(group -> results.get(group.first().about())).toList();
    }
}
