package io.mooring.binding.match;

import org.jspecify.annotations.Nullable;

/**
 * A tree of volumes in the order of choice, balanced by weight. It is never changed: a change copies the way from the root.
 * Every node knows how many volumes it has and what marks they bear, so that a search passes over whole branches and counts
 * without walking; that is why it is not a library's map.
 */
final class Node {
    /** By how much one branch may outweigh the other; the pair of Hirai and Yamamoto, for which balance is proven. */
    private static final int HEAVIER = 3;

    private static final int INNER_HEAVIER = 2;

    final @Nullable Node left;
    final @Nullable Node right;
    final Candidate candidate;

    /** The candidate's marks. */
    final long ownMarks;

    /** The marks of all volumes of the tree. */
    final long marks;

    private final long units;
    private final int size;

    private Node(Candidate candidate) {
        this.left = null;
        this.right = null;
        this.candidate = candidate;
        this.ownMarks = candidate.marks();
        this.marks = ownMarks;
        this.units = candidate.rank().units();
        this.size = 1;
    }

    /** The middle's volume between these trees. */
    private Node(@Nullable Node left, Node middle, @Nullable Node right) {
        this(left, middle, right, size(left) + 1 + size(right), middle.ownMarks | marks(left) | marks(right));
    }

    private Node(@Nullable Node left, Node middle, @Nullable Node right, int size, long marks) {
        this.left = left;
        this.right = right;
        this.candidate = middle.candidate;
        this.ownMarks = middle.ownMarks;
        this.marks = marks;
        this.units = middle.units;
        this.size = size;
    }

    static int size(@Nullable Node node) {
        return node == null ? 0 : node.size;
    }

    private static long marks(@Nullable Node node) {
        return node == null ? 0 : node.marks;
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
    static Node with(@Nullable Node node, Candidate candidate) {
        if (node == null) {
            return new Node(candidate);
        }
        int order = node.compareTo(candidate.rank());
        if (order == 0) {
            return new Node(node.left, new Node(candidate), node.right);
        }
        Node former = order > 0 ? node.left : node.right;
        Node grown = with(former, candidate);
        Node left = order > 0 ? grown : node.left;
        Node right = order > 0 ? node.right : grown;
        int size = node.size - size(former) + grown.size;
        // Without a look at the other branch: it need not be in the processor's cache.
        return isTooHeavy(grown.size, size - 1 - grown.size)
                ? balanced(left, node, right)
                : new Node(left, node, right, size, node.marks | candidate.marks());
    }

    /** The tree without the volume of that rank. */
    static @Nullable Node without(@Nullable Node node, Rank rank) {
        if (node == null) {
            return null;
        }
        int order = node.compareTo(rank);
        if (order == 0) {
            return joined(node.left, node.right);
        }
        return order > 0
                ? balanced(without(node.left, rank), node, node.right)
                : balanced(node.left, node, without(node.right, rank));
    }

    private static @Nullable Node joined(@Nullable Node left, @Nullable Node right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        Node middle = first(right);
        return balanced(left, middle, without(right, middle.candidate.rank()));
    }

    /** The node of the first volume. */
    static Node first(Node node) {
        Node first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    private static Node balanced(@Nullable Node left, Node middle, @Nullable Node right) {
        if (right != null && isTooHeavy(right.size, size(left))) {
            return leaningLeft(left, middle, right);
        }
        return left != null && isTooHeavy(left.size, size(right))
                ? leaningRight(left, middle, right)
                : new Node(left, middle, right);
    }

    private static boolean isTooHeavy(int size, int other) {
        return size + other > 1 && size > HEAVIER * other;
    }

    private static Node leaningLeft(@Nullable Node left, Node middle, Node right) {
        Node inner = right.left;
        if (inner == null || inner.size < INNER_HEAVIER * size(right.right)) {
            return new Node(new Node(left, middle, inner), right, right.right);
        }
        return new Node(new Node(left, middle, inner.left), inner, new Node(inner.right, right, right.right));
    }

    private static Node leaningRight(Node left, Node middle, @Nullable Node right) {
        Node inner = left.right;
        if (inner == null || inner.size < INNER_HEAVIER * size(left.left)) {
            return new Node(left.left, left, new Node(inner, middle, right));
        }
        return new Node(new Node(left.left, left, inner.left), inner, new Node(inner.right, middle, right));
    }
}
