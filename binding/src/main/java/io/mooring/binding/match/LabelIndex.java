package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** How many values a key has. */
    int valuesOf(String key) {
        return byValue(key).size();
    }

    Stock get(String key, String value) {
        return byValue(key).getOrDefault(value, Stock.EMPTY);
    }

    /** Those with one of the values; no volume is in two. */
    List<Stock> stocksOf(String key, List<String> values) {
        if (values.size() == 1) {
            return List.of(get(key, values.get(0)));
        }
        return values.stream().distinct().map(value -> get(key, value)).toList();
    }

    /** Those with another value than these; no volume is in two. The list is the caller's. */
    List<Stock> stocksOfOthers(String key, Collection<String> values) {
        List<Stock> stocks = new ArrayList<>();
        for (Map.Entry<String, Stock> each : byValue(key).entrySet()) {
            if (!values.contains(each.getKey())) {
                stocks.add(each.getValue());
            }
        }
        return stocks;
    }

    private HashPMap<String, Stock> byValue(String key) {
        return byKey.getOrDefault(key, HashTreePMap.empty());
    }
}
