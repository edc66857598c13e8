package io.mooring.binding.match;

import java.util.Map;
import java.util.Set;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** Stocks by label: first by its key, then by its value. An empty stock is not kept. */
record LabelIndex(HashPMap<String, HashPMap<String, Stock>> byKey) {
    static final LabelIndex EMPTY = new LabelIndex(HashTreePMap.empty());

    LabelIndex with(Iterable<Map.Entry<String, String>> labels, Candidate candidate) {
        HashPMap<String, HashPMap<String, Stock>> changed = byKey;
        for (Map.Entry<String, String> label : labels) {
            HashPMap<String, Stock> byValue = changed.getOrDefault(label.getKey(), HashTreePMap.empty());
            Stock stock = byValue.getOrDefault(label.getValue(), Stock.EMPTY).with(candidate);
            changed = changed.plus(label.getKey(), byValue.plus(label.getValue(), stock));
        }
        return new LabelIndex(changed);
    }

    LabelIndex without(Iterable<Map.Entry<String, String>> labels, Candidate candidate) {
        HashPMap<String, HashPMap<String, Stock>> changed = byKey;
        for (Map.Entry<String, String> label : labels) {
            HashPMap<String, Stock> byValue = changed.getOrDefault(label.getKey(), HashTreePMap.empty());
            Stock stock = byValue.getOrDefault(label.getValue(), Stock.EMPTY).without(candidate);
            byValue = stock.isEmpty() ? byValue.minus(label.getValue()) : byValue.plus(label.getValue(), stock);
            changed = byValue.isEmpty() ? changed.minus(label.getKey()) : changed.plus(label.getKey(), byValue);
        }
        return new LabelIndex(changed);
    }

    /** The label keys in use. */
    Set<String> keys() {
        return byKey.keySet();
    }

    Stock get(String key, String value) {
        return byKey.getOrDefault(key, HashTreePMap.empty()).getOrDefault(value, Stock.EMPTY);
    }
}
