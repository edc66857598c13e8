package io.mooring.yaml.located;

import io.mooring.tree.JsonObject;
import io.mooring.yaml.node.LineColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object while it is built, and where they stand once it is. A field put twice keeps its first place and has its last
 * value. Few are looked through one by one, more have an index.
 */
public final class FieldTable {
    private static final int AT_FIRST = 8;
    private static final int FEW = 16;

    private String[] names = new String[AT_FIRST];
    private LineColumn[] positions = new LineColumn[AT_FIRST];
    private LocatedValue[] values = new LocatedValue[AT_FIRST];
    private int size;
    private @Nullable Map<String, Integer> index;

    /**
     * Puts a field in; false if one of that name was there, and is there no more.
     *
     * @param position where its name stands
     */
    public boolean put(String name, LineColumn position, LocatedValue value) {
        int known = indexOf(name);
        if (known >= 0) {
            positions[known] = position;
            values[known] = value;
            return false;
        }
        if (size == names.length) {
            resize(2 * size);
        }
        names[size] = name;
        positions[size] = position;
        values[size] = value;
        if (index != null) {
            index.put(name, size);
        } else if (size == FEW) {
            index = indexOfAll();
        }
        size++;
        return true;
    }

    private Map<String, Integer> indexOfAll() {
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i <= size; i++) {
            all.put(names[i], i);
        }
        return all;
    }

    private void resize(int length) {
        names = Arrays.copyOf(names, length);
        positions = Arrays.copyOf(positions, length);
        values = Arrays.copyOf(values, length);
    }

    /** The object of these fields; no field is put in afterwards. */
    public LocatedValue object(LineColumn start) {
        return object(start, Flaw.NONE);
    }

    /** @param flaw of the object's own names */
    LocatedValue object(LineColumn start, Flaw flaw) {
        if (size < names.length) {
            resize(size);
        }
        Flaw worst = flaw;
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < size; i++) {
            object.put(names[i], values[i].value());
            worst = worst.or(values[i].flaw().around());
        }
        return new LocatedObject(object.build(), this, worst, start);
    }

    int size() {
        return size;
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
        return Arrays.asList(values).subList(0, size);
    }

    /** Negative if there is no such field. */
    int indexOf(String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
