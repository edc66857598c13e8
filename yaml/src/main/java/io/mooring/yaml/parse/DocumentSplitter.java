package io.mooring.yaml.parse;

import io.mooring.yaml.scanner.DocumentText;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream into its documents before it is parsed, so that one that is not YAML does not hide the others. A line that
 * begins with {@code ---} or {@code ...} ends a document, even where it stands within quotes or a block.
 */
public final class DocumentSplitter {
    private static final String START = "---";
    private static final String END = "...";

    private final int most;
    private final List<DocumentText> documents = new ArrayList<>();
    private final String stream;
    private int current;
    private int end;
    private int firstLine = 1;
    private boolean hasContent;

    private DocumentSplitter(String stream, int begin, int most) {
        this.stream = stream;
        this.most = most;
        this.current = begin;
        this.end = begin;
    }

    /** The documents, those with nothing between their markers included; at least one, at most {@code most}. */
    public static List<DocumentText> split(String stream, int most) {
        int line = 1;
        int begin = stream.startsWith("\uFEFF") ? 1 : 0;
        DocumentSplitter splitter = new DocumentSplitter(stream, begin, most);
        while (begin < stream.length() && splitter.documents.size() < most) {
            int end = lineEnd(stream, begin);
            splitter.add(begin, end, line);
            begin = end;
            line++;
        }
        splitter.finishStream();
        return splitter.documents;
    }

    private static int lineEnd(String stream, int begin) {
        int end = begin;
        while (end < stream.length() && stream.charAt(end) != '\n' && stream.charAt(end) != '\r') {
            end++;
        }
        boolean isCrLf = end + 1 < stream.length() && stream.charAt(end) == '\r' && stream.charAt(end + 1) == '\n';
        return Math.min(stream.length(), end + (isCrLf ? 2 : 1));
    }

    private void add(int lineBegin, int lineEnd, int number) {
        if (hasContent && isMarker(START, lineBegin, lineEnd)) {
            finishDocument(number);
        }
        end = lineEnd;
        hasContent |= isContent(lineBegin, lineEnd);
        if (hasContent && isMarker(END, lineBegin, lineEnd)) {
            finishDocument(number + 1);
        }
    }

    private void finishDocument(int nextLine) {
        documents.add(text());
        current = end;
        firstLine = nextLine;
        hasContent = false;
    }

    private void finishStream() {
        if (documents.isEmpty() || (hasContent && documents.size() < most)) {
            documents.add(text());
        }
    }

    private DocumentText text() {
        return new DocumentText(stream.substring(current, end), firstLine);
    }

    private boolean isMarker(String marker, int lineBegin, int lineEnd) {
        int after = lineBegin + marker.length();
        return stream.startsWith(marker, lineBegin)
                && (after == lineEnd || Character.isWhitespace(stream.charAt(after)));
    }

    /** Comments, directives and empty lines belong to the document after them. */
    private boolean isContent(int lineBegin, int lineEnd) {
        int first = lineBegin;
        while (first < lineEnd && Character.isWhitespace(stream.charAt(first))) {
            first++;
        }
        return first < lineEnd && stream.charAt(first) != '#' && stream.charAt(lineBegin) != '%';
    }
}
