package io.mooring.binding.match;

import io.mooring.binding.match.Match.Blocked;
import io.mooring.binding.match.Match.Matched;
import io.mooring.binding.match.Match.Why;
import io.mooring.binding.match.Mismatch.NotReachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The volumes that one call of upstream's {@code FindMatchingVolume} walks, as far as they may do.
 *
 * @param reserved for the claim, and passing every rule but perhaps the node's reach; first choice first
 * @param drawers where the free ones are
 */
record Group(List<Candidate> reserved, List<Drawer> drawers) {

    /** Its first choice, if it has any: a reserved one before all others. */
    Optional<Candidate> first(Search search) {
        return reserved.isEmpty() ? firstFree(search) : Optional.of(reserved.get(0));
    }

    private Optional<Candidate> firstFree(Search search) {
        Optional<Candidate> first = Optional.empty();
        for (Drawer drawer : drawers) {
            for (Stock stock : drawer.offersFor(search)) {
                Optional<Candidate> better = stock.firstThatFits(search, first);
                first = better.isPresent() ? better : first;
            }
        }
        return first;
    }

    /** Everything that upstream may choose, first choice first: it depends on the order of its walk. */
    List<Candidate> choices(Search search) {
        if (!reserved.isEmpty()) {
            return reserved;
        }
        Optional<Candidate> first = firstFree(search);
        TreeMap<Rank, Candidate> equals = new TreeMap<>();
        for (Drawer drawer : first.isPresent() ? drawers : List.<Drawer>of()) {
            for (Stock stock : drawer.offersFor(search)) {
                stock.equalsOf(first.get(), search).forEach(each -> equals.put(each.rank(), each));
            }
        }
        return new ArrayList<>(equals.values());
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
