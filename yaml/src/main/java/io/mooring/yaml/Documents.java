package io.mooring.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream into its documents before it is parsed, so that one that is no YAML does not take the others with it. A
 * line that begins with {@code ---} or {@code ...} ends a document wherever it stands, within quotes and blocks too.
 */
final class Documents {
    private final List<Text> documents = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int currentLine = 1;
    private boolean isBegun;

    private final int most;

    private Documents(int most) {
        this.most = most;
    }

    /**
     * A document's part of the stream, its markers included.
     *
     * @param firstLine the line of the stream that it begins at, from 1
     */
    record Text(String text, int firstLine) {}

    /** At least one, at most {@code most}; those without content included. */
    static List<Text> of(String stream, int most) {
        Documents documents = new Documents(most);
        int line = 1;
        int begin = stream.startsWith("\uFEFF") ? 1 : 0;
        while (begin < stream.length() && documents.documents.size() < most) {
            int end = lineEnd(stream, begin);
            documents.line(stream.substring(begin, end), line);
            begin = end;
            line++;
        }
        documents.finish(line, true);
        return documents.documents;
    }

    private static int lineEnd(String stream, int begin) {
        int end = begin;
        while (end < stream.length() && stream.charAt(end) != '\n' && stream.charAt(end) != '\r') {
            end++;
        }
        boolean isCrLf = end + 1 < stream.length() && stream.charAt(end) == '\r' && stream.charAt(end + 1) == '\n';
        return Math.min(stream.length(), end + (isCrLf ? 2 : 1));
    }

    private void line(String line, int number) {
        if (isMarker(line, "---") && isBegun) {
            finish(number, false);
        }
        current.append(line);
        isBegun |= isContent(line);
        if (isMarker(line, "...") && isBegun) {
            finish(number + 1, false);
        }
    }

    private void finish(int nextLine, boolean isLast) {
        if ((isBegun && documents.size() < most) || (isLast && documents.isEmpty())) {
            documents.add(new Text(current.toString(), currentLine));
        }
        current.setLength(0);
        currentLine = nextLine;
        isBegun = false;
    }

    private static boolean isMarker(String line, String marker) {
        return line.startsWith(marker) && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    /** Comments, directives and empty lines alone make no document: they belong to the one that follows. */
    private static boolean isContent(String line) {
        String text = line.strip();
        return !text.isEmpty() && text.charAt(0) != '#' && line.charAt(0) != '%';
    }
}
