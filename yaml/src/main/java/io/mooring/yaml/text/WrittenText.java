package io.mooring.yaml.text;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;

/** What becomes of a text when it is written as JSON. */
public final class WrittenText {
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final int LONGEST_WORD = 5;
    private static final int QUOTES = 2;
    private static final int SHORT_ESCAPE = 1;
    private static final int LONG_ESCAPE = 5;

    private WrittenText() {}

    /**
     * True of a character that is written as an escape, such as <code>&#92;u007f</code>: YAML takes it for no character, or for
     * the end of a line, and JSON is to read as itself wherever it is taken for YAML.
     */
    public static boolean isEscaped(int character) {
        return switch (character) {
            case '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF' -> true;
            default -> character < ' ' || (DELETE <= character && character <= LAST_CONTROL);
        };
    }

    /** Characters that a scalar has; none for a list or an object. */
    public static long length(JsonValue value) {
        if (value instanceof JsonString string) {
            return length(string.value());
        }
        if (value instanceof JsonNumber number) {
            return number.text().length();
        }
        return value instanceof JsonObject || value instanceof JsonArray ? 0 : LONGEST_WORD;
    }

    /** Characters that a text has, its quotes and escapes included. */
    public static long length(String text) {
        long length = (long) text.length() + QUOTES;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                length += SHORT_ESCAPE;
            } else if (isEscaped(c)) {
                length += LONG_ESCAPE;
            }
        }
        return length;
    }
}
