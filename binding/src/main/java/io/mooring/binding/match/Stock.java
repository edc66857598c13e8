package io.mooring.binding.match;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Volumes in the order of choice. A change costs the logarithm of what is there and leaves the old stock good. */
final class Stock {
    static final Stock EMPTY = new Stock(null);

    private final @Nullable Branch root;

    private Stock(@Nullable Branch root) {
        this.root = root;
    }

    Stock with(Candidate candidate) {
        return new Stock(Branch.with(root, candidate));
    }

    Stock without(Candidate candidate) {
        Branch rest = Branch.without(root, candidate.rank());
        return rest == null ? EMPTY : new Stock(rest);
    }

    int size() {
        return Branch.size(root);
    }

    boolean isEmpty() {
        return root == null;
    }

    /** Those of its volumes for which this holds. Walks the stock. */
    Stock select(Predicate<Candidate> condition) {
        Stock selected = EMPTY;
        Optional<Cursor> cursor = root == null
                ? Optional.empty()
                : from(Branch.first(root).candidate.rank(), Sought.ANY);
        boolean goesOn = cursor.isPresent();
        while (goesOn) {
            Candidate next = cursor.get().next();
            selected = condition.test(next) ? selected.with(next) : selected;
            goesOn = cursor.get().step();
        }
        return selected;
    }

    /** A place before the first volume there or later that may be sought; empty if there is none. */
    Optional<Cursor> from(Rank place, Sought sought) {
        Cursor cursor = new Cursor(sought);
        return cursor.goTo(place) ? Optional.of(cursor) : Optional.empty();
    }

    /**
     * The first volume after this one that is in none of the parts. It is found by counting: up to it, as many volumes
     * come after this one in the parts as in the whole.
     *
     * @param volume of this stock
     * @param parts stocks of this one's volumes, no volume in two of them
     */
    Optional<Candidate> firstOutside(List<Stock> parts, Candidate volume) {
        int passed = countThrough(volume.rank()) - countThrough(volume.rank(), parts);
        int before = 0;
        Branch first = null;
        Branch branch = root;
        while (branch != null) {
            int through = before + Branch.size(branch.left) + 1;
            if (through - countThrough(branch.candidate.rank(), parts) > passed) {
                first = branch;
                branch = branch.left;
            } else {
                before = through;
                branch = branch.right;
            }
        }
        return Optional.ofNullable(first).map(found -> found.candidate);
    }

    private static int countThrough(Rank place, List<Stock> stocks) {
        int count = 0;
        for (Stock stock : stocks) {
            count += stock.countThrough(place);
        }
        return count;
    }

    /** How many volumes stand before this place or at it. */
    private int countThrough(Rank place) {
        int count = 0;
        Branch branch = root;
        while (branch != null) {
            boolean isAfter = branch.isAfter(place);
            count += isAfter ? 0 : Branch.size(branch.left) + 1;
            branch = isAfter ? branch.left : branch.right;
        }
        return count;
    }

    /** A place in the stock, to be moved from volume to volume. Ordered by the volume it stands before. */
    final class Cursor implements Comparable<Cursor> {
        private final Sought sought;

        /** What comes next, first of all the next volume: of each of these branches the volume, then what is right of it. */
        private final Deque<Branch> rest = new ArrayDeque<>();

        private Cursor(Sought sought) {
            this.sought = sought;
        }

        /** The volume that comes next. */
        Candidate next() {
            return rest.element().candidate;
        }

        /** Goes before the first volume there or later, forwards or back; false where there is none. */
        boolean goTo(Rank place) {
            rest.clear();
            Branch branch = root;
            while (branch != null && sought.mayBeAmong(branch.marks)) {
                boolean isPassed = branch.isBefore(place);
                if (!isPassed) {
                    rest.push(branch);
                }
                branch = isPassed ? branch.right : branch.left;
            }
            return !rest.isEmpty() && (sought.mayBeAmong(rest.element().ownMarks) || step());
        }

        /** Goes past one volume; false where that was the last. */
        boolean step() {
            do {
                Branch branch = rest.remove().right;
                while (branch != null && sought.mayBeAmong(branch.marks)) {
                    rest.push(branch);
                    branch = branch.left;
                }
            } while (!rest.isEmpty() && !sought.mayBeAmong(rest.element().ownMarks));
            return !rest.isEmpty();
        }

        @Override
        public int compareTo(Cursor other) {
            return next().rank().compareTo(other.next().rank());
        }
    }
}
