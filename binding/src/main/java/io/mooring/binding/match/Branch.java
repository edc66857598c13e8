package io.mooring.binding.match;

import org.jspecify.annotations.Nullable;

/**
 * A tree of volumes in the order of choice, balanced by weight. It is never changed: a change copies the way from the root.
 * Every branch knows how many volumes it has and what marks they bear, so that a search passes over whole branches and counts
 * without walking; that is why it is not a library's map.
 */
final class Branch {
    /** By how much one branch may outweigh the other; the pair of Hirai and Yamamoto, for which balance is proven. */
    private static final int HEAVIER = 3;

    private static final int INNER_HEAVIER = 2;

    final @Nullable Branch left;
    final @Nullable Branch right;
    final Candidate candidate;

    /** The candidate's marks. */
    final long ownMarks;

    /** The marks of all volumes of the tree. */
    final long marks;

    private final long units;
    private final int size;

    private Branch(Candidate candidate) {
        this.left = null;
        this.right = null;
        this.candidate = candidate;
        this.ownMarks = candidate.marks();
        this.marks = ownMarks;
        this.units = candidate.rank().units();
        this.size = 1;
    }

    /** The middle's volume between these trees. */
    private Branch(@Nullable Branch left, Branch middle, @Nullable Branch right) {
        this(left, middle, right, size(left) + 1 + size(right), middle.ownMarks | marks(left) | marks(right));
    }

    private Branch(@Nullable Branch left, Branch middle, @Nullable Branch right, int size, long marks) {
        this.left = left;
        this.right = right;
        this.candidate = middle.candidate;
        this.ownMarks = middle.ownMarks;
        this.marks = marks;
        this.units = middle.units;
        this.size = size;
    }

    static int size(@Nullable Branch branch) {
        return branch == null ? 0 : branch.size;
    }

    private static long marks(@Nullable Branch branch) {
        return branch == null ? 0 : branch.marks;
    }

    /** Whether its volume stands before the place. */
    boolean isBefore(Rank place) {
        return compareTo(place) < 0;
    }

    /** Whether its volume stands after the place. */
    boolean isAfter(Rank place) {
        return compareTo(place) > 0;
    }

    private int compareTo(Rank place) {
        int byUnits = Long.compare(units, place.units());
        return byUnits != 0 ? byUnits : candidate.rank().compareTo(place);
    }

    /** The tree with the volume, in place of the one of its rank if there is one. */
    static Branch with(@Nullable Branch branch, Candidate candidate) {
        if (branch == null) {
            return new Branch(candidate);
        }
        int order = branch.compareTo(candidate.rank());
        if (order == 0) {
            return new Branch(branch.left, new Branch(candidate), branch.right);
        }
        Branch former = order > 0 ? branch.left : branch.right;
        Branch grown = with(former, candidate);
        Branch left = order > 0 ? grown : branch.left;
        Branch right = order > 0 ? branch.right : grown;
        int size = branch.size - size(former) + grown.size;
        // Without a look at the other branch: it need not be in the processor's cache.
        return isTooHeavy(grown.size, size - 1 - grown.size)
                ? balanced(left, branch, right)
                : new Branch(left, branch, right, size, branch.marks | candidate.marks());
    }

    /** The tree without the volume of that rank. */
    static @Nullable Branch without(@Nullable Branch branch, Rank rank) {
        if (branch == null) {
            return null;
        }
        int order = branch.compareTo(rank);
        if (order == 0) {
            return joined(branch.left, branch.right);
        }
        return order > 0
                ? balanced(without(branch.left, rank), branch, branch.right)
                : balanced(branch.left, branch, without(branch.right, rank));
    }

    private static @Nullable Branch joined(@Nullable Branch left, @Nullable Branch right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        Branch middle = first(right);
        return balanced(left, middle, without(right, middle.candidate.rank()));
    }

    /** The branch of the first volume. */
    static Branch first(Branch branch) {
        Branch first = branch;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    private static Branch balanced(@Nullable Branch left, Branch middle, @Nullable Branch right) {
        if (right != null && isTooHeavy(right.size, size(left))) {
            return leaningLeft(left, middle, right);
        }
        return left != null && isTooHeavy(left.size, size(right))
                ? leaningRight(left, middle, right)
                : new Branch(left, middle, right);
    }

    private static boolean isTooHeavy(int size, int other) {
        return size + other > 1 && size > HEAVIER * other;
    }

    private static Branch leaningLeft(@Nullable Branch left, Branch middle, Branch right) {
        Branch inner = right.left;
        if (inner == null || inner.size < INNER_HEAVIER * size(right.right)) {
            return new Branch(new Branch(left, middle, inner), right, right.right);
        }
        return new Branch(new Branch(left, middle, inner.left), inner, new Branch(inner.right, right, right.right));
    }

    private static Branch leaningRight(Branch left, Branch middle, @Nullable Branch right) {
        Branch inner = left.right;
        if (inner == null || inner.size < INNER_HEAVIER * size(left.left)) {
            return new Branch(left.left, left, new Branch(inner, middle, right));
        }
        return new Branch(new Branch(left.left, left, inner.left), inner, new Branch(inner.right, middle, right));
    }
}
