package io.mooring.binding.match;

import io.mooring.quantity.Quantity;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** A place before the first volume that holds as much; empty if there is none. */
    Optional<Cursor> from(Quantity capacity) {
        Map.Entry<Rank, Candidate> first = byRank.ceilingEntry(Rank.before(capacity));
        return first == null ? Optional.empty() : Optional.of(new Cursor(first.getValue()));
    }

    /** A place in the stock, to be moved from volume to volume. Ordered by the volume it stands before. */
    final class Cursor implements Comparable<Cursor> {
        private Candidate next;

        /** Made when the first step is taken: most searches end where they begin. */
        private @Nullable Iterator<Candidate> rest;

        private Cursor(Candidate next) {
            this.next = next;
        }

        /** The volume that comes next. */
        Candidate next() {
            return next;
        }

        /** Goes past one volume; false where that was the last. */
        boolean step() {
            if (rest == null) {
                rest = byRank.tailMap(next.rank(), false).values().iterator();
            }
            if (!rest.hasNext()) {
                return false;
            }
            next = rest.next();
            return true;
        }

        @Override
        public int compareTo(Cursor other) {
            return next.rank().compareTo(other.next.rank());
        }
    }
}
