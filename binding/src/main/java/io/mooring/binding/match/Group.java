package io.mooring.binding.match;

import io.mooring.binding.match.Match.Blocked;
import io.mooring.binding.match.Match.Matched;
import io.mooring.binding.match.Match.Why;
import io.mooring.binding.match.Mismatch.NotReachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The volumes that one call of upstream's {@code FindMatchingVolume} walks, as far as they may do.
 *
 * @param reserved for the claim, and passing every rule but perhaps the node's reach; first choice first
 * @param shelf where the free ones are
 * @param offers the stocks of the shelf to look into
 * @param sets which sets of access modes they may have, as {@link Marks}
 */
record Group(List<Candidate> reserved, Shelf shelf, List<Stock> offers, long sets) {

    /** Its first choice, if it has any: a reserved one before all others. */
    Optional<Candidate> first(Search search) {
        return reserved.isEmpty() ? walk(search).next() : Optional.of(reserved.get(0));
    }

    /** Everything that upstream may choose, first choice first: it depends on the order of its walk. */
    List<Candidate> choices(Search search) {
        if (!reserved.isEmpty()) {
            return reserved;
        }
        List<Candidate> choices = new ArrayList<>();
        Walk walk = walk(search);
        Optional<Candidate> next = walk.next();
        while (next.isPresent() && (choices.isEmpty() || isAsSmall(next.get(), choices.get(0)))) {
            choices.add(next.get());
            next = walk.next();
        }
        return choices;
    }

    private Walk walk(Search search) {
        return new Walk(search, shelf, offers, new Sought(sets, search.labelMarks()));
    }

    private static boolean isAsSmall(Candidate candidate, Candidate first) {
        return candidate.capacity().compareTo(first.capacity()) == 0;
    }

    /** What choosing this one means. */
    static Match outcomeOf(Candidate choice, Search search) {
        if (search.reservationIn(choice) != Reservation.FOR_THIS_CLAIM) {
            return new Matched(choice.volume(), Why.FIRST_THAT_FITS);
        }
        return MatchRule.firstMismatch(search, choice)
                .<Match>map(mismatch -> new Blocked(choice.volume(), (NotReachable) mismatch))
                .orElseGet(() -> new Matched(choice.volume(), Why.RESERVED));
    }
}
