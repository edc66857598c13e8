package io.mooring.yaml.scanner;

import io.mooring.yaml.node.LineColumn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a text is the template of a manifest and not a manifest: <code>{{</code> where a value begins, as in {@code
 * replicas: {{ .Values.replicas }}} or on a line of its own. Within quotes, in a comment, in a block of text, or in the middle
 * of an unquoted text, it is a text like any other.
 */
public final class TemplateActions {
    private static final String BEGIN = "{{";

    /** With what stands before it; beyond that nobody writes one, and the pattern would take long. */
    private static final int LONGEST_KEY = 1000;

    /** What may stand before a value on its line: indentation, dashes, a key with its colon. A dash is not tried as a key. */
    private static final Pattern BEFORE_VALUE =
            Pattern.compile("\\s*+(?:-\\s++)*+(?:(?:\"[^\"]*\"|'[^']*'|[^\\s'\"#{][^#]*?):\\s+)?");

    /** A line after which a block of text follows. */
    private static final Pattern BLOCK_HEAD = Pattern.compile("(?:.*[\\s:-])?[|>][-+0-9]{0,2}\\s*(?:#.*)?");

    private static final Pattern LIST_ITEM = Pattern.compile("\\s*-\\s+(?=.*:\\s+[|>])");

    private TemplateActions() {}

    /** The first; empty if there is none. */
    public static Optional<LineColumn> first(String text) {
        if (!text.contains(BEGIN)) {
            return Optional.empty();
        }
        int blockIndent = Integer.MAX_VALUE;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank() || indent(line) > blockIndent) {
                continue;
            }
            int begin = line.indexOf(BEGIN);
            if (begin >= 0 && beginsValue(line.substring(0, begin))) {
                return Optional.of(new LineColumn(number, line.codePointCount(0, begin) + 1));
            }
            blockIndent = BLOCK_HEAD.matcher(line).matches() ? keyIndent(line) : Integer.MAX_VALUE;
        }
        return Optional.empty();
    }

    private static boolean beginsValue(String before) {
        return before.length() <= LONGEST_KEY && BEFORE_VALUE.matcher(before).matches();
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** Where the key stands that the block belongs to. */
    private static int keyIndent(String line) {
        Matcher item = LIST_ITEM.matcher(line);
        return item.lookingAt() ? item.end() : indent(line);
    }
}
