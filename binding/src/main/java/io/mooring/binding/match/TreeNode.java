package io.mooring.binding.match;

import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link VolumeTree}: a binary search tree, balanced by weight, ordered by {@link SortKey}. Nodes do not change;
 * an update copies the path from the root. A node knows the size and the {@link Signature} of its subtree, so that a search
 * skips whole subtrees and counts without visiting them. No library's map offers this.
 */
final class TreeNode {
    /** How many times heavier one subtree may be than the other. With the rotation's ratio below, balance is proven (Hirai, Yamamoto). */
    private static final int MAX_WEIGHT_RATIO = 3;

    /** From which ratio of the inner to the outer grandchild a double rotation is needed. */
    private static final int DOUBLE_ROTATION_RATIO = 2;

    final @Nullable TreeNode left;
    final @Nullable TreeNode right;
    final IndexedVolume volume;

    /** The volume's signature. */
    final long ownSignature;

    /** The signature of all volumes of the subtree. */
    final long signature;

    /** The position of the volume's capacity, kept here so that most comparisons read this node alone. */
    private final long position;

    /** The volume's, kept here for the same reason. */
    private final int modeCount;

    private final int size;

    private TreeNode(IndexedVolume volume) {
        this.left = null;
        this.right = null;
        this.volume = volume;
        this.ownSignature = volume.signature();
        this.signature = ownSignature;
        this.position = volume.sortKey().position();
        this.modeCount = volume.sortKey().modeCount();
        this.size = 1;
    }

    /** The volume of {@code root} between these subtrees. */
    private TreeNode(@Nullable TreeNode left, TreeNode root, @Nullable TreeNode right) {
        this(left, root, right, size(left) + 1 + size(right), root.ownSignature | signature(left) | signature(right));
    }

    private TreeNode(@Nullable TreeNode left, TreeNode root, @Nullable TreeNode right, int size, long signature) {
        this.left = left;
        this.right = right;
        this.volume = root.volume;
        this.ownSignature = root.ownSignature;
        this.signature = signature;
        this.position = root.position;
        this.modeCount = root.modeCount;
        this.size = size;
    }

    static int size(@Nullable TreeNode node) {
        return node == null ? 0 : node.size;
    }

    private static long signature(@Nullable TreeNode node) {
        return node == null ? 0 : node.signature;
    }

    /** Whether its volume sorts before the key. */
    boolean isBefore(SortKey key) {
        return compareTo(key) < 0;
    }

    /** Whether its volume sorts after the key. */
    boolean isAfter(SortKey key) {
        return compareTo(key) > 0;
    }

    private int compareTo(SortKey key) {
        if (position != key.position()) {
            return Long.compare(position, key.position());
        }
        return SortKey.isOfOneCapacity(position) && modeCount != key.modeCount()
                ? Integer.compare(modeCount, key.modeCount())
                : volume.sortKey().compareTo(key);
    }

    /** The tree with the volume, in place of the one with its key if there is one. */
    static TreeNode with(@Nullable TreeNode node, IndexedVolume volume) {
        if (node == null) {
            return new TreeNode(volume);
        }
        int order = node.compareTo(volume.sortKey());
        if (order == 0) {
            return new TreeNode(node.left, new TreeNode(volume), node.right);
        }
        TreeNode former = order > 0 ? node.left : node.right;
        TreeNode grown = with(former, volume);
        TreeNode left = order > 0 ? grown : node.left;
        TreeNode right = order > 0 ? node.right : grown;
        int size = node.size - size(former) + grown.size;
        // The other subtree's size follows from these: it need not be read, which may cost a cache miss.
        return isTooHeavy(grown.size, size - 1 - grown.size)
                ? balanced(left, node, right)
                : new TreeNode(left, node, right, size, node.signature | volume.signature());
    }

    /** The tree without the volume of that key. */
    static @Nullable TreeNode without(@Nullable TreeNode node, SortKey key) {
        if (node == null) {
            return null;
        }
        int order = node.compareTo(key);
        if (order == 0) {
            return joined(node.left, node.right);
        }
        return order > 0
                ? balanced(without(node.left, key), node, node.right)
                : balanced(node.left, node, without(node.right, key));
    }

    private static @Nullable TreeNode joined(@Nullable TreeNode left, @Nullable TreeNode right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        TreeNode root = first(right);
        return balanced(left, root, without(right, root.volume.sortKey()));
    }

    /** The node of the first volume. */
    static TreeNode first(TreeNode node) {
        TreeNode first = node;
        while (first.left != null) {
            first = first.left;
        }
        return first;
    }

    private static TreeNode balanced(@Nullable TreeNode left, TreeNode root, @Nullable TreeNode right) {
        if (right != null && isTooHeavy(right.size, size(left))) {
            return rotatedLeft(left, root, right);
        }
        return left != null && isTooHeavy(left.size, size(right))
                ? rotatedRight(left, root, right)
                : new TreeNode(left, root, right);
    }

    private static boolean isTooHeavy(int size, int other) {
        return size + other > 1 && size > MAX_WEIGHT_RATIO * other;
    }

    private static TreeNode rotatedLeft(@Nullable TreeNode left, TreeNode root, TreeNode right) {
        TreeNode inner = right.left;
        if (inner == null || inner.size < DOUBLE_ROTATION_RATIO * size(right.right)) {
            return new TreeNode(new TreeNode(left, root, inner), right, right.right);
        }
        return new TreeNode(new TreeNode(left, root, inner.left), inner, new TreeNode(inner.right, right, right.right));
    }

    private static TreeNode rotatedRight(TreeNode left, TreeNode root, @Nullable TreeNode right) {
        TreeNode inner = left.right;
        if (inner == null || inner.size < DOUBLE_ROTATION_RATIO * size(left.left)) {
            return new TreeNode(left.left, left, new TreeNode(inner, root, right));
        }
        return new TreeNode(new TreeNode(left.left, left, inner.left), inner, new TreeNode(inner.right, root, right));
    }
}
