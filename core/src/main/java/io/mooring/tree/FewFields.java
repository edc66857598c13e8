package io.mooring.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a small object, in order, in two arrays: a third of a LinkedHashMap's memory, and as fast for so few, which are looked
 * through one by one. Unmodifiable.
 */
final class FewFields extends AbstractMap<String, JsonValue> {
    /** With more the looking takes longer than a hash. */
    static final int MOST = 16;

    private final String[] names;
    private final JsonValue[] values;

    private FewFields(String[] names, JsonValue[] values) {
        this.names = names;
        this.values = values;
    }

    /** Of the first of these. Arrays without room for more are taken as they are, and must not be changed afterwards. */
    static FewFields of(String[] names, JsonValue[] values, int size) {
        return size == names.length
                ? new FewFields(names, values)
                : new FewFields(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }

    /** Of {@link #MOST} at most. */
    static FewFields of(Map<String, ? extends JsonValue> fields) {
        String[] names = new String[fields.size()];
        JsonValue[] values = new JsonValue[fields.size()];
        int next = 0;
        for (Map.Entry<String, ? extends JsonValue> field : fields.entrySet()) {
            names[next] = field.getKey();
            values[next++] = field.getValue();
        }
        return new FewFields(names, values);
    }

    /** The same with this field: in its old place if it was there, else at the end; there must be room for it. */
    FewFields with(String name, JsonValue value) {
        int known = indexOf(names, names.length, name);
        String[] newNames = known < 0 ? Arrays.copyOf(names, names.length + 1) : names;
        JsonValue[] newValues = Arrays.copyOf(values, newNames.length);
        int index = known < 0 ? names.length : known;
        newNames[index] = name;
        newValues[index] = value;
        return new FewFields(newNames, newValues);
    }

    /** The same without this field, which must be there. */
    FewFields without(String name) {
        int index = indexOf(names, names.length, name);
        int after = names.length - index - 1;
        String[] newNames = Arrays.copyOf(names, names.length - 1);
        JsonValue[] newValues = Arrays.copyOf(values, names.length - 1);
        System.arraycopy(names, index + 1, newNames, index, after);
        System.arraycopy(values, index + 1, newValues, index, after);
        return new FewFields(newNames, newValues);
    }

    /** Where the name is among the first of these; negative if it is not. */
    static int indexOf(String[] names, int size, @Nullable Object name) {
        for (int index = 0; index < size; index++) {
            if (names[index].equals(name)) {
                return index;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(names, names.length, name) >= 0;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int index = indexOf(names, names.length, name);
        return index < 0 ? null : values[index];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int index = 0; index < names.length; index++) {
            action.accept(names[index], values[index]);
        }
    }

    @Override
    public List<JsonValue> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Map.Entry<String, JsonValue>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, JsonValue>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Map.Entry<String, JsonValue> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int index = next++;
            return Map.entry(names[index], values[index]);
        }
    }
}
