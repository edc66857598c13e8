package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/** Volumes in the order of choice. A change costs the logarithm of what is there and leaves the old stock good. */
final class Stock {
    static final Stock EMPTY = new Stock(TreePMap.empty());

    private final TreePMap<Rank, Candidate> byRank;

    private Stock(TreePMap<Rank, Candidate> byRank) {
        this.byRank = byRank;
    }

    Stock with(Candidate candidate) {
        return new Stock(byRank.plus(candidate.rank(), candidate));
    }

    Stock without(Candidate candidate) {
        return new Stock(byRank.minus(candidate.rank()));
    }

    int size() {
        return byRank.size();
    }

    boolean isEmpty() {
        return byRank.isEmpty();
    }

    /** The first that does, if it goes before {@code bound}. */
    Optional<Candidate> firstThatFits(Search search, Optional<Candidate> bound) {
        Map.Entry<Rank, Candidate> next = byRank.ceilingEntry(Rank.before(search.requested()));
        while (next != null && goesBefore(next.getKey(), bound)) {
            if (MatchRule.firstMismatch(search, next.getValue()).isEmpty()) {
                return Optional.of(next.getValue());
            }
            next = byRank.higherEntry(next.getKey());
        }
        return Optional.empty();
    }

    private static boolean goesBefore(Rank rank, Optional<Candidate> bound) {
        return bound.isEmpty() || rank.compareTo(bound.get().rank()) < 0;
    }

    /** All that do and hold as much as {@code first}, in order. */
    List<Candidate> equalsOf(Candidate first, Search search) {
        List<Candidate> equals = new ArrayList<>();
        Iterator<Candidate> rest =
                byRank.tailMap(Rank.before(first.capacity())).values().iterator();
        while (rest.hasNext()) {
            Candidate next = rest.next();
            if (next.capacity().compareTo(first.capacity()) > 0) {
                break;
            }
            if (MatchRule.firstMismatch(search, next).isEmpty()) {
                equals.add(next);
            }
        }
        return equals;
    }
}
