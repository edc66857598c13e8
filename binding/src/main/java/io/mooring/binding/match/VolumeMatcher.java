package io.mooring.binding.match;

import io.mooring.binding.match.Match.Unmatched;
import java.util.ArrayList;
import java.util.Comparator;
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
        return Rounds.of(search, pool)
                .flatMap(round -> firstOf(round, search).stream())
                .findFirst()
                .map(choice -> Group.outcomeOf(choice, search))
                .orElseGet(Unmatched::new);
    }

    private static Optional<Candidate> firstOf(List<Group> round, Search search) {
        Comparator<Candidate> reservedFirst =
                Comparator.comparing(choice -> search.reservationIn(choice) != Reservation.FOR_THIS_CLAIM);
        return round.stream()
                .flatMap(group -> group.first(search).stream())
                .min(reservedFirst.thenComparing(Candidate::rank));
    }

    /**
     * Everything that Kubernetes may find, depending on the order in which it happens to see the volumes; never empty,
     * each once. Does not walk the pool either, but visits every volume that is as good as the best one.
     */
    public static Set<Match> choices(Search search, VolumePool pool) {
        Set<Match> outcomes = new LinkedHashSet<>();
        Rounds.of(search, pool)
                .map(round -> choicesOf(round, search))
                .filter(choices -> !choices.isEmpty())
                .findFirst()
                .orElse(List.of())
                .forEach(choice -> outcomes.add(Group.outcomeOf(choice, search)));
        return outcomes.isEmpty() ? Set.of(new Unmatched()) : outcomes;
    }

    private static List<Candidate> choicesOf(List<Group> round, Search search) {
        List<Candidate> choices = new ArrayList<>();
        round.forEach(group -> choices.addAll(group.choices(search)));
        return choices;
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
