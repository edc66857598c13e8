package io.mooring.tree;

import java.util.Collection;

/** Keeps trees from being deeper than whoever walks them has stack for. */
final class Depth {
    private Depth() {}

    /**
     * Of an object or an array of these values.
     *
     * @throws IllegalArgumentException if it would be deeper than a tree may be
     */
    static int above(Collection<JsonValue> values) {
        int deepest = 0;
        for (JsonValue value : values) {
            deepest = Math.max(deepest, value.depth());
        }
        if (deepest >= JsonValue.MOST_DEPTH) {
            throw new IllegalArgumentException("a tree of " + (deepest + 1)
                    + " objects and arrays within one another: no more than " + JsonValue.MOST_DEPTH + " are taken");
        }
        return deepest + 1;
    }
}
