package io.mooring.names;

import java.util.List;
import java.util.stream.Collectors;

/** Values in the API server's messages, written as Go writes them. */
public final class GoText {
    private GoText() {}

    /** In quotes as Go's {@code %q} writes it, which is how the API server quotes most bad values. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> append(point, out));
        return out.append('"').toString();
    }

    /** As Go's {@code json.Marshal} writes a list of texts: no list for an empty one, and nothing that HTML would read. */
    public static String json(List<String> texts) {
        if (texts.isEmpty()) {
            return "null";
        }
        return texts.stream().map(GoText::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** In quotes as Go's JSON encoder writes it: safe within HTML. */
    public static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> appendJson(point, out));
        return out.append('"').toString();
    }

    /** Letter by letter as Go does it: U+0130 becomes a plain {@code i}, and a sigma is no other one at the end. */
    public static String lowerCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            out.appendCodePoint(Character.toLowerCase(text.codePointAt(i)));
        }
        return out.toString();
    }

    private static void appendJson(int point, StringBuilder out) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (point < ' ' || "<>&\u2028\u2029".indexOf(point) >= 0) {
                    out.append(String.format("\\u%04x", point));
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    private static void append(int point, StringBuilder out) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            default -> appendOther(point, out);
        }
    }

    private static void appendOther(int point, StringBuilder out) {
        if (isPrintable(point)) {
            out.appendCodePoint(point);
        } else if (point < ' ' || point == 0x7f) {
            out.append(String.format("\\x%02x", point));
        } else if (point < 0x10000) {
            out.append(String.format("\\u%04x", point));
        } else {
            out.append(String.format("\\U%08x", point));
        }
    }

    /** Go's {@code strconv.IsPrint}: letters, marks, numbers, punctuation, symbols, and of spaces only the plain one. */
    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
