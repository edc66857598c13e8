package io.mooring.yaml.text;

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
        StringBuilder out = new StringBuilder(start.length());
        start.chars().forEach(c -> append((char) c, out));
        return out.toString();
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

    private static void append(char c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
