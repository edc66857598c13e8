package io.mooring.yaml.text;

import io.mooring.names.Visible;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;

/**
 * What a message quotes from a manifest: on one line, escaped, 120 characters at most. An excerpt of an excerpt is that
 * excerpt.
 */
public final class Excerpt {
    private static final int LONGEST = 120;
    private static final int LONGEST_REASON = 500;
    private static final String CUT = "...";

    private Excerpt() {}

    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** Of a sentence that may itself quote something: 500 characters at most. */
    public static String ofReason(String text) {
        return of(text, LONGEST_REASON);
    }

    private static String of(String text, int longest) {
        String shown = Visible.of(text.substring(0, Math.min(text.length(), longest + 1)));
        return shown.length() <= longest ? shown : cut(shown, longest - CUT.length()) + CUT;
    }

    private static String cut(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
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
