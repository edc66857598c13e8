package io.mooring.cli;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** Objects with their fields by name, as kubectl prints them. */
final class Alphabetical {
    private Alphabetical() {}

    static JsonObject of(JsonObject object) {
        Map<String, JsonValue> fields = new TreeMap<>();
        object.fields().forEach((name, value) -> fields.put(name, ofValue(value)));
        return JsonObject.of(fields);
    }

    private static JsonValue ofValue(JsonValue value) {
        if (value instanceof JsonObject object) {
            return of(object);
        }
        return value instanceof JsonArray array
                ? new JsonArray(
                        array.items().stream().map(Alphabetical::ofValue).toList())
                : value;
    }
}
