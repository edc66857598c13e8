package io.mooring.yaml.text;

import io.mooring.names.Visible;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;

/** What a message quotes from a manifest: on one line, escaped, cut after 120 characters. */
public final class Excerpt {
    private static final int LONGEST = 120;
    private static final String CUT = "...";

    private Excerpt() {}

    public static String of(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT;
        return Visible.of(start);
    }

    /** A value with its JSON type: {@code string "a"}, {@code number 1}, {@code an object}. */
    public static String of(JsonValue value) {
        if (value instanceof JsonObject || value instanceof JsonArray) {
            return "an " + value.typeName();
        }
        if (value instanceof JsonString string) {
            return "string \"" + of(string.value()) + "\"";
        }
        if (value == JsonNull.NULL) {
            return "null";
        }
        return value.typeName() + " " + of(value.toJson());
    }
}
