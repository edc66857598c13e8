package io.mooring.yaml;

import io.mooring.tree.FieldPath;

/** Parses field paths as the API server prints them. */
final class FieldPathParser {
    private FieldPathParser() {}

    /** Parses {@code spec.capacity[storage]} and {@code spec.items[0].name}. A key in brackets may have dots. */
    static FieldPath parse(String text) {
        FieldPath path = FieldPath.ROOT;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                int end = closing(text, at);
                path = bracketed(path, text.substring(at + 1, end));
                at = end + 1;
            } else {
                int begin = text.charAt(at) == '.' ? at + 1 : at;
                int end = nameEnd(text, begin);
                path = end > begin ? path.child(text.substring(begin, end)) : path;
                at = Math.max(end, at + 1);
            }
        }
        return path;
    }

    private static int closing(String text, int open) {
        int end = text.indexOf(']', open);
        return end < 0 ? text.length() : end;
    }

    private static int nameEnd(String text, int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static FieldPath bracketed(FieldPath path, String content) {
        boolean isIndex =
                !content.isEmpty() && content.length() < 10 && content.chars().allMatch(c -> c >= '0' && c <= '9');
        return isIndex ? path.index(Integer.parseInt(content)) : path.key(content);
    }
}
