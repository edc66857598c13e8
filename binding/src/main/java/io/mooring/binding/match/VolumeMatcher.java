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
 * <p>Order of choice. The controller: fewest access modes first; of those, reserved volumes first; then the smallest;
 * then by name. The scheduler: reserved volumes first; then the smallest; then fewest access modes; then by name.
 * Kubernetes leaves open which of several equally good volumes it takes: {@link #choices} has them all, and
 * {@link #match} is one of them.
 */
public final class VolumeMatcher {
    private VolumeMatcher() {}

    /** The one choice, which depends on the volumes and not on their order. Does not walk the pool. */
    public static Match match(Search search, VolumePool pool) {
        for (List<Group> round : Rounds.of(search, pool)) {
            Optional<Candidate> choice = firstOf(round, search);
            if (choice.isPresent()) {
                return Group.outcomeOf(choice.get(), search);
            }
        }
        return new Unmatched();
    }

    private static Optional<Candidate> firstOf(List<Group> round, Search search) {
        Optional<Candidate> first = Optional.empty();
        for (Group group : round) {
            Optional<Candidate> other = group.first(search);
            boolean isBetter = other.isPresent() && (first.isEmpty() || goesBefore(other.get(), first.get(), search));
            first = isBetter ? other : first;
        }
        return first;
    }

    private static boolean goesBefore(Candidate one, Candidate other, Search search) {
        boolean isReserved = search.reservationIn(one) == Reservation.FOR_THIS_CLAIM;
        boolean isOtherReserved = search.reservationIn(other) == Reservation.FOR_THIS_CLAIM;
        return isReserved == isOtherReserved ? one.rank().compareTo(other.rank()) < 0 : isReserved;
    }

    /**
     * Everything that Kubernetes may find, depending on the order in which it happens to see the volumes; never empty,
     * each once. Does not walk the pool either, but visits every volume that is as good as the best one.
     */
    public static Set<Match> choices(Search search, VolumePool pool) {
        for (List<Group> round : Rounds.of(search, pool)) {
            Set<Match> outcomes = new LinkedHashSet<>();
            for (Group group : round) {
                group.choices(search).forEach(choice -> outcomes.add(Group.outcomeOf(choice, search)));
            }
            if (!outcomes.isEmpty()) {
                return Collections.unmodifiableSet(outcomes);
            }
        }
        return Set.of(new Unmatched());
    }

    /** Holds every volume of the pool against every rule; by name. Walks the pool. */
    public static List<Examined> examine(Search search, VolumePool pool) {
        return pool.candidates().stream()
                .map(candidate -> new Examined(
                        candidate.volume(),
                        search.reservationIn(candidate) == Reservation.FOR_THIS_CLAIM,
                        MatchRule.allMismatches(search, candidate)))
                .toList();
    }
}
