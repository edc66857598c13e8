package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Which volumes have a label of some key, whatever its value. An empty stock is not kept.
 *
 * @param usual the keys that most volumes had when last looked at ({@link #balanced}); few, as each takes a label of every
 *     second volume
 * @param stocks by key: of a usual one the volumes that lack it, of any other those that have it
 */
record KeyIndex(List<String> usual, HashPMap<String, Stock> stocks) {
    static final KeyIndex EMPTY = new KeyIndex(List.of(), HashTreePMap.empty());

    KeyIndex with(Candidate candidate) {
        HashPMap<String, Stock> changed = stocks;
        for (String key : unusual(candidate)) {
            changed = changed.plus(key, changed.getOrDefault(key, Stock.EMPTY).with(candidate));
        }
        return new KeyIndex(usual, changed);
    }

    KeyIndex without(Candidate candidate) {
        HashPMap<String, Stock> changed = stocks;
        for (String key : unusual(candidate)) {
            Stock stock = changed.getOrDefault(key, Stock.EMPTY).without(candidate);
            changed = stock.isEmpty() ? changed.minus(key) : changed.plus(key, stock);
        }
        return new KeyIndex(usual, changed);
    }

    /** The keys in whose stocks the volume is: the usual ones that it lacks, and the others that it has. */
    private List<String> unusual(Candidate candidate) {
        Map<String, String> labels = candidate.labels();
        List<String> keys = new ArrayList<>();
        for (String key : usual) {
            if (!labels.containsKey(key)) {
                keys.add(key);
            }
        }
        for (String key : labels.keySet()) {
            if (!usual.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The same index, but of the usual keys and of this volume's no stock has more than half of all volumes. */
    KeyIndex balanced(Stock all, Candidate candidate) {
        KeyIndex balanced = this;
        for (String key : usual) {
            balanced = balanced.balanced(key, all);
        }
        for (String key : candidate.labels().keySet()) {
            balanced = balanced.balanced(key, all);
        }
        return balanced;
    }

    private KeyIndex balanced(String key, Stock all) {
        if (get(key).size() <= all.size() / 2) {
            return this;
        }
        boolean becomesUsual = !isUsual(key);
        Stock others = all.select(candidate -> candidate.labels().containsKey(key) != becomesUsual);
        List<String> newUsual = new ArrayList<>(usual);
        if (becomesUsual) {
            newUsual.add(key);
        } else {
            newUsual.remove(key);
        }
        return new KeyIndex(List.copyOf(newUsual), others.isEmpty() ? stocks.minus(key) : stocks.plus(key, others));
    }

    /** Whether the stock of that key has those that lack it, and not those that have it. */
    boolean isUsual(String key) {
        return usual.contains(key);
    }

    Stock get(String key) {
        return stocks.getOrDefault(key, Stock.EMPTY);
    }
}
