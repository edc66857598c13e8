package io.mooring.names;

import java.util.function.IntPredicate;

/**
 * Text that somebody else wrote, as it is shown: what moves a cursor, colours a terminal, turns the direction of reading or cannot
 * be seen stands there as its number, as JSON and YAML write it within quotes.
 *
 * <p>An escape character and a line end within a name become the six letters <code>&#92;u001b</code> and the two letters
 * <code>&#92;n</code>.
 */
public final class Visible {
    private Visible() {}

    /** On one line. */
    public static String of(String text) {
        return escaped(text, place -> text.charAt(place) == '\n' || isHidden(text, place));
    }

    /** On as many lines as it has. */
    public static String lines(String text) {
        return escaped(text, place -> text.charAt(place) != '\n' && isHidden(text, place));
    }

    /** Most texts have nothing to escape. */
    private static String escaped(String text, IntPredicate isEscaped) {
        int first = 0;
        while (first < text.length() && (isPlain(text.charAt(first)) || !isEscaped.test(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (isEscaped.test(i)) {
                append(text.charAt(i), shown);
            } else {
                shown.append(text.charAt(i));
            }
        }
        return shown.toString();
    }

    /** What ASCII prints. */
    private static boolean isPlain(char letter) {
        return ' ' <= letter && letter <= '~';
    }

    private static boolean isHidden(String text, int place) {
        char letter = text.charAt(place);
        return Character.isISOControl(letter) || isInvisible(letter) || turnsDirection(letter) || isHalf(text, place);
    }

    /** Line and paragraph separators, the zero-width space, the byte order mark. */
    private static boolean isInvisible(char letter) {
        return letter == '\u2028' || letter == '\u2029' || letter == '\u200B' || letter == '\uFEFF';
    }

    /** Unicode: {@code Bidi_Control}. */
    private static boolean turnsDirection(char letter) {
        return letter == '\u061C'
                || letter == '\u200E'
                || letter == '\u200F'
                || (letter >= '\u202A' && letter <= '\u202E')
                || (letter >= '\u2066' && letter <= '\u2069');
    }

    /** Of a surrogate pair without the other half. */
    private static boolean isHalf(String text, int place) {
        char letter = text.charAt(place);
        if (Character.isHighSurrogate(letter)) {
            return place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1));
        }
        return Character.isLowSurrogate(letter) && (place == 0 || !Character.isHighSurrogate(text.charAt(place - 1)));
    }

    private static void append(char letter, StringBuilder shown) {
        switch (letter) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> shown.append(String.format("\\u%04x", (int) letter));
        }
    }
}
