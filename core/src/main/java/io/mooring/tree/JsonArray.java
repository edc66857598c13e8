package io.mooring.tree;

import java.util.List;

/** A JSON array. */
public final class JsonArray implements JsonValue {
    /** The array without items. */
    public static final JsonArray EMPTY = new JsonArray(List.of());

    private final List<JsonValue> items;
    private final int depth;

    /**
     * An array of these.
     *
     * @throws IllegalArgumentException if the array would be deeper than {@link JsonValue#MOST_DEPTH}
     */
    public JsonArray(List<JsonValue> items) {
        this.items = List.copyOf(items);
        this.depth = Depth.above(this.items);
    }

    /**
     * An array of these.
     *
     * @throws IllegalArgumentException if the array would be deeper than {@link JsonValue#MOST_DEPTH}
     */
    public static JsonArray of(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    /** The items, unmodifiable, in order. */
    public List<JsonValue> items() {
        return items;
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public String typeName() {
        return "array";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray array && items.equals(array.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
