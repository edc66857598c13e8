package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** An inverted index: for each label, by its key and then by its value, the volumes that have it. Empty trees are not kept. */
record LabelIndex(HashPMap<String, HashPMap<String, VolumeTree>> byKey) {
    static final LabelIndex EMPTY = new LabelIndex(HashTreePMap.empty());

    LabelIndex with(Iterable<Map.Entry<String, String>> labels, IndexedVolume volume) {
        HashPMap<String, HashPMap<String, VolumeTree>> changed = byKey;
        for (Map.Entry<String, String> label : labels) {
            HashPMap<String, VolumeTree> byValue = changed.getOrDefault(label.getKey(), HashTreePMap.empty());
            VolumeTree tree =
                    byValue.getOrDefault(label.getValue(), VolumeTree.EMPTY).with(volume);
            changed = changed.plus(label.getKey(), byValue.plus(label.getValue(), tree));
        }
        return new LabelIndex(changed);
    }

    LabelIndex without(Iterable<Map.Entry<String, String>> labels, IndexedVolume volume) {
        HashPMap<String, HashPMap<String, VolumeTree>> changed = byKey;
        for (Map.Entry<String, String> label : labels) {
            HashPMap<String, VolumeTree> byValue = changed.getOrDefault(label.getKey(), HashTreePMap.empty());
            VolumeTree tree =
                    byValue.getOrDefault(label.getValue(), VolumeTree.EMPTY).without(volume);
            byValue = tree.isEmpty() ? byValue.minus(label.getValue()) : byValue.plus(label.getValue(), tree);
            changed = byValue.isEmpty() ? changed.minus(label.getKey()) : changed.plus(label.getKey(), byValue);
        }
        return new LabelIndex(changed);
    }

    /** The label keys in use. */
    Set<String> keys() {
        return byKey.keySet();
    }

    /** How many different values a key has. */
    int valueCount(String key) {
        return byValue(key).size();
    }

    /** The volumes with this label. */
    VolumeTree having(String key, String value) {
        return byValue(key).getOrDefault(value, VolumeTree.EMPTY);
    }

    /** The volumes with one of the values; no volume is in two trees. */
    List<VolumeTree> havingOneOf(String key, List<String> values) {
        if (values.size() == 1) {
            return List.of(having(key, values.get(0)));
        }
        return values.stream().distinct().map(value -> having(key, value)).toList();
    }

    /** The volumes with another value than these; no volume is in two trees. The list is the caller's to change. */
    List<VolumeTree> havingOtherThan(String key, Collection<String> values) {
        List<VolumeTree> trees = new ArrayList<>();
        for (Map.Entry<String, VolumeTree> each : byValue(key).entrySet()) {
            if (!values.contains(each.getKey())) {
                trees.add(each.getValue());
            }
        }
        return trees;
    }

    private HashPMap<String, VolumeTree> byValue(String key) {
        return byKey.getOrDefault(key, HashTreePMap.empty());
    }
}
