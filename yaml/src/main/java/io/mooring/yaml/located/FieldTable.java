package io.mooring.yaml.located;

import io.mooring.yaml.node.LineColumn;
import java.util.List;
import java.util.Map;

/** Where the fields of an object stand, in their order. Few are looked through one by one, more have an index. */
final class FieldTable {
    private final String[] names;
    private final LineColumn[] positions;
    private final LocatedValue[] values;
    /** Empty while they are few. */
    private final Map<String, Integer> index;

    /**
     * The arrays are not copied.
     *
     * @param positions of the names
     */
    FieldTable(String[] names, LineColumn[] positions, LocatedValue[] values) {
        this.names = names;
        this.positions = positions;
        this.values = values;
        this.index = Places.areFew(names.length) ? Map.of() : Places.index(names, 0, names.length);
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
        return Places.areFew(names.length) ? Places.find(name, names, 0, names.length) : index.getOrDefault(name, -1);
    }
}
