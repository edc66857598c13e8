package io.mooring.binding.match;

import java.util.ArrayList;
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
        Map.Entry<Rank, Candidate> head = byRank.ceilingEntry(Rank.before(search.requested()));
        if (head == null || !goesBefore(head.getValue(), bound)) {
            return Optional.empty();
        }
        if (fits(head.getValue(), search)) {
            return Optional.of(head.getValue());
        }
        for (Candidate next : byRank.tailMap(head.getKey(), false).values()) {
            if (!goesBefore(next, bound)) {
                return Optional.empty();
            }
            if (fits(next, search)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static boolean goesBefore(Candidate candidate, Optional<Candidate> bound) {
        return bound.isEmpty() || candidate.rank().compareTo(bound.get().rank()) < 0;
    }

    private static boolean fits(Candidate candidate, Search search) {
        return MatchRule.firstMismatch(search, candidate).isEmpty();
    }

    /** All that do and hold as much as {@code first}, in order. */
    List<Candidate> equalsOf(Candidate first, Search search) {
        List<Candidate> equals = new ArrayList<>();
        for (Candidate next : byRank.tailMap(Rank.before(first.capacity())).values()) {
            if (next.capacity().compareTo(first.capacity()) > 0) {
                break;
            }
            if (fits(next, search)) {
                equals.add(next);
            }
        }
        return equals;
    }
}
