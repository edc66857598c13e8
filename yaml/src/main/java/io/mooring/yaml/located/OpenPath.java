package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import java.util.Arrays;

/** Where in a document a reading is: the steps from the root down. A {@link FieldPath} is made of them only where there is a problem. */
public final class OpenPath {
    private static final int AT_FIRST = 16;
    /** In the place of the name of an item, which has none. */
    private static final String ITEM = "";

    private String[] names = new String[AT_FIRST];
    /** Of an item its number from 1, of a field 0. */
    private int[] numbers = new int[AT_FIRST];

    private int depth;

    /** A document begins. */
    public void clear() {
        depth = 0;
    }

    /** Goes into a field. */
    public void enter(String field) {
        push(field, 0);
    }

    /** Goes into an item. */
    public void enter(int index) {
        push(ITEM, index + 1);
    }

    private void push(String name, int number) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, 2 * depth);
            numbers = Arrays.copyOf(numbers, 2 * depth);
        }
        names[depth] = name;
        numbers[depth] = number;
        depth++;
    }

    /** Goes back to what the field or the item is in. */
    public void leave() {
        depth--;
    }

    public FieldPath path() {
        FieldPath path = FieldPath.ROOT;
        for (int i = 0; i < depth; i++) {
            path = numbers[i] == 0 ? FieldNames.path(path, names[i]) : path.index(numbers[i] - 1);
        }
        return path;
    }

    /** Of a field of what is here. */
    public FieldPath pathOf(String field) {
        return FieldNames.path(path(), field);
    }
}
