package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * For each label key, the volumes that have a label of this key, whatever its value; or, for a key that most volumes have,
 * those that lack it, so that a tree is never much larger than half of all volumes. Empty trees are not kept.
 *
 * @param commonKeys the keys that most volumes had when last counted ({@link #rebalanced}); they are few, as each takes a
 *     label of every second volume
 * @param trees by key: of a common key the volumes that lack it, of any other those that have it
 */
record LabelKeyIndex(List<String> commonKeys, HashPMap<String, VolumeTree> trees) {
    static final LabelKeyIndex EMPTY = new LabelKeyIndex(List.of(), HashTreePMap.empty());

    LabelKeyIndex with(IndexedVolume volume) {
        HashPMap<String, VolumeTree> changed = trees;
        for (String key : keysThatIndex(volume)) {
            changed = changed.plus(
                    key, changed.getOrDefault(key, VolumeTree.EMPTY).with(volume));
        }
        return new LabelKeyIndex(commonKeys, changed);
    }

    LabelKeyIndex without(IndexedVolume volume) {
        HashPMap<String, VolumeTree> changed = trees;
        for (String key : keysThatIndex(volume)) {
            VolumeTree tree = changed.getOrDefault(key, VolumeTree.EMPTY).without(volume);
            changed = tree.isEmpty() ? changed.minus(key) : changed.plus(key, tree);
        }
        return new LabelKeyIndex(commonKeys, changed);
    }

    /** The keys in whose trees the volume is: the common ones that it lacks, and the others that it has. */
    private List<String> keysThatIndex(IndexedVolume volume) {
        Map<String, String> labels = volume.labels();
        List<String> keys = new ArrayList<>();
        for (String key : commonKeys) {
            if (!labels.containsKey(key)) {
                keys.add(key);
            }
        }
        for (String key : labels.keySet()) {
            if (!commonKeys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /**
     * The same index, in which the common keys and those of this volume have been counted anew: their trees have no more
     * than half of all volumes.
     */
    LabelKeyIndex rebalanced(VolumeTree all, IndexedVolume volume) {
        LabelKeyIndex rebalanced = this;
        for (String key : commonKeys) {
            rebalanced = rebalanced.rebalanced(key, all);
        }
        for (String key : volume.labels().keySet()) {
            rebalanced = rebalanced.rebalanced(key, all);
        }
        return rebalanced;
    }

    private LabelKeyIndex rebalanced(String key, VolumeTree all) {
        if (tree(key).size() <= all.size() / 2) {
            return this;
        }
        boolean becomesCommon = !isCommon(key);
        VolumeTree complement = all.filter(volume -> volume.labels().containsKey(key) != becomesCommon);
        List<String> newCommonKeys = new ArrayList<>(commonKeys);
        if (becomesCommon) {
            newCommonKeys.add(key);
        } else {
            newCommonKeys.remove(key);
        }
        return new LabelKeyIndex(
                List.copyOf(newCommonKeys), complement.isEmpty() ? trees.minus(key) : trees.plus(key, complement));
    }

    /** Whether {@link #tree} has the volumes that lack the key, and not those that have it. */
    boolean isCommon(String key) {
        return commonKeys.contains(key);
    }

    VolumeTree tree(String key) {
        return trees.getOrDefault(key, VolumeTree.EMPTY);
    }
}
