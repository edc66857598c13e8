package io.mooring.yaml;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;

/** A value in a message. */
final class Found {
    private Found() {}

    static String of(JsonValue value) {
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return "an " + value.typeName();
        }
        if (value instanceof JsonString string) {
            return "string \"" + Shortened.text(string.value()) + "\"";
        }
        if (value == JsonNull.NULL) {
            return "null";
        }
        return value.typeName() + " " + Shortened.text(value.toJson());
    }
}
