package io.mooring.binding.match;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Volumes in the order of {@link SortKey}: a persistent search tree with counts. An update costs the logarithm of the size
 * and leaves the old tree as it was.
 */
final class VolumeTree {
    static final VolumeTree EMPTY = new VolumeTree(null);

    private final @Nullable TreeNode root;

    private VolumeTree(@Nullable TreeNode root) {
        this.root = root;
    }

    VolumeTree with(IndexedVolume volume) {
        return new VolumeTree(TreeNode.with(root, volume));
    }

    VolumeTree without(IndexedVolume volume) {
        TreeNode rest = TreeNode.without(root, volume.sortKey());
        return rest == null ? EMPTY : new VolumeTree(rest);
    }

    int size() {
        return TreeNode.size(root);
    }

    boolean isEmpty() {
        return root == null;
    }

    /** The tree of those volumes that meet the condition. Visits every volume. */
    VolumeTree filter(Predicate<IndexedVolume> condition) {
        VolumeTree filtered = EMPTY;
        Optional<Cursor> cursor = root == null
                ? Optional.empty()
                : cursorFrom(TreeNode.first(root).volume.sortKey(), SignatureFilter.NONE);
        boolean goesOn = cursor.isPresent();
        while (goesOn) {
            IndexedVolume volume = cursor.get().current();
            filtered = condition.test(volume) ? filtered.with(volume) : filtered;
            goesOn = cursor.get().advance();
        }
        return filtered;
    }

    /** A cursor at the first volume from the key on that the filter lets through; empty if there is none. */
    Optional<Cursor> cursorFrom(SortKey key, SignatureFilter filter) {
        Cursor cursor = new Cursor(filter);
        return cursor.seek(key) ? Optional.of(cursor) : Optional.empty();
    }

    /**
     * The first volume after this one that is in none of the subsets. Found by counting, not by visiting: as long as all
     * volumes in between are in the subsets, both have equally many.
     *
     * @param volume of this tree
     * @param subsets trees of some of this tree's volumes; no volume is in two of them
     */
    Optional<IndexedVolume> firstOutside(List<VolumeTree> subsets, IndexedVolume volume) {
        int outsideSoFar = countThrough(volume.sortKey()) - countThrough(volume.sortKey(), subsets);
        int countBefore = 0;
        TreeNode first = null;
        TreeNode node = root;
        while (node != null) {
            int countHere = countBefore + TreeNode.size(node.left) + 1;
            if (countHere - countThrough(node.volume.sortKey(), subsets) > outsideSoFar) {
                first = node;
                node = node.left;
            } else {
                countBefore = countHere;
                node = node.right;
            }
        }
        return Optional.ofNullable(first).map(found -> found.volume);
    }

    private static int countThrough(SortKey key, List<VolumeTree> trees) {
        int count = 0;
        for (VolumeTree tree : trees) {
            count += tree.countThrough(key);
        }
        return count;
    }

    /** How many volumes sort before this key or have it. */
    private int countThrough(SortKey key) {
        int count = 0;
        TreeNode node = root;
        while (node != null) {
            boolean isAfter = node.isAfter(key);
            count += isAfter ? 0 : TreeNode.size(node.left) + 1;
            node = isAfter ? node.left : node.right;
        }
        return count;
    }

    /**
     * Stands at a volume of the tree and moves to later ones, past those that its filter rules out. Cursors are ordered by
     * the volumes that they stand at.
     */
    final class Cursor implements Comparable<Cursor> {
        private final SignatureFilter filter;

        /** The nodes still to be visited, the current one first; each stands for its volume and its right subtree. */
        private final Deque<TreeNode> path = new ArrayDeque<>();

        private Cursor(SignatureFilter filter) {
            this.filter = filter;
        }

        IndexedVolume current() {
            return path.element().volume;
        }

        /** Moves to the first volume from the key on, be it before or after the current one; false if there is none. */
        boolean seek(SortKey key) {
            path.clear();
            TreeNode node = root;
            while (node != null && filter.mayMatch(node.signature)) {
                boolean isBefore = node.isBefore(key);
                if (!isBefore) {
                    path.push(node);
                }
                node = isBefore ? node.right : node.left;
            }
            return !path.isEmpty() && (filter.mayMatch(path.element().ownSignature) || advance());
        }

        /** Moves to the next volume; false if the current one was the last. */
        boolean advance() {
            do {
                TreeNode node = path.remove().right;
                while (node != null && filter.mayMatch(node.signature)) {
                    path.push(node);
                    node = node.left;
                }
            } while (!path.isEmpty() && !filter.mayMatch(path.element().ownSignature));
            return !path.isEmpty();
        }

        @Override
        public int compareTo(Cursor other) {
            return current().sortKey().compareTo(other.current().sortKey());
        }
    }
}
