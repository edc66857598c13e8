package io.mooring.yaml.located;

import io.mooring.yaml.node.LineColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the fields of an object stand, in their order. Few are looked through one by one, more have an index once it is asked for. */
final class FieldTable {
    private static final int FEW = 16;

    private final String[] names;
    private final LineColumn[] positions;
    private final LocatedValue[] values;
    private @Nullable Map<String, Integer> index;

    /**
     * The arrays are not copied.
     *
     * @param positions of the names
     */
    FieldTable(String[] names, LineColumn[] positions, LocatedValue[] values) {
        this.names = names;
        this.positions = positions;
        this.values = values;
    }

    int size() {
        return names.length;
    }

    String name(int place) {
        return names[place];
    }

    LineColumn position(int place) {
        return positions[place];
    }

    LocatedValue value(int place) {
        return values[place];
    }

    List<LocatedValue> values() {
        return List.of(values);
    }

    /** Negative if there is no such field. */
    int indexOf(String name) {
        if (names.length > FEW) {
            return index().getOrDefault(name, -1);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Map<String, Integer> index() {
        Map<String, Integer> all = index;
        if (all == null) {
            all = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                all.put(names[i], i);
            }
            index = all;
        }
        return all;
    }
}
