package io.mooring.tree;

import java.util.List;

/** A JSON array. */
public record JsonArray(List<JsonValue> items) implements JsonValue {
    /** The array without items. */
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        items = List.copyOf(items);
    }

    public static JsonArray of(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    @Override
    public String typeName() {
        return "array";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
