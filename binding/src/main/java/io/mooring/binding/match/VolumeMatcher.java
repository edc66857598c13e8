package io.mooring.binding.match;

import io.mooring.binding.match.Match.Unmatched;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the volume for a claim.
 *
 * <pre>{@code
 * VolumePool pool = VolumePool.of(List.of(volume));
 * Search search = Search.byController(claim, VolumeBindingMode.IMMEDIATE);
 * VolumeMatcher.match(search, pool).found(); // pv-a, if it is Available
 * VolumeMatcher.evaluate(search, pool).forEach(each -> System.out.println(each.mismatches()));
 * }</pre>
 *
 * <p>Order of choice. The controller: fewest access modes first; of those, reserved volumes first; then the smallest; then
 * by name. The scheduler: reserved volumes first; then the smallest; then fewest access modes; then by name. Kubernetes
 * leaves open which of several equally good volumes it takes: {@link #choices} has them all, {@link #match} one of them.
 */
public final class VolumeMatcher {
    private VolumeMatcher() {}

    /** Mooring's choice, which depends on the volumes and not on their order. Does not visit every volume. */
    public static Match match(Search search, VolumePool pool) {
        SearchPlan plan = SearchPlan.of(search, pool);
        for (int round = 0; round < plan.rounds(); round++) {
            Optional<Choice> best = best(plan.round(round), search);
            if (best.isPresent()) {
                return best.get().match();
            }
        }
        return new Unmatched();
    }

    private static Optional<Choice> best(List<VolumeLookup> lookups, Search search) {
        Optional<Choice> best = Optional.empty();
        for (VolumeLookup lookup : lookups) {
            Optional<Choice> other = lookup.first(search);
            boolean isBetter =
                    other.isPresent() && (best.isEmpty() || other.get().compareTo(best.get()) < 0);
            best = isBetter ? other : best;
        }
        return best;
    }

    /**
     * Everything that Kubernetes may find, which depends on the order in which it happens to see the volumes; never empty,
     * each once. Visits the volumes that are as good as the best one, and not many others.
     */
    public static Set<Match> choices(Search search, VolumePool pool) {
        SearchPlan plan = SearchPlan.of(search, pool);
        for (int round = 0; round < plan.rounds(); round++) {
            Set<Match> matches = new LinkedHashSet<>();
            for (VolumeLookup lookup : plan.round(round)) {
                lookup.choices(search).forEach(choice -> matches.add(choice.match()));
            }
            if (!matches.isEmpty()) {
                return Collections.unmodifiableSet(matches);
            }
        }
        return Set.of(new Unmatched());
    }

    /** Holds every volume of the pool against every rule; by name. Visits every volume. */
    public static List<Evaluation> evaluate(Search search, VolumePool pool) {
        return pool.indexedVolumes().stream()
                .map(volume -> new Evaluation(
                        volume.volume(),
                        search.reservationOf(volume) == Reservation.FOR_THIS_CLAIM,
                        MatchRule.allMismatches(search, volume)))
                .toList();
    }
}
