package io.mooring.yaml.parse;

import static io.mooring.yaml.parse.OtherForm.require;

import io.mooring.tree.JsonString;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.scanner.DocumentText;

/** Goes through the lines of a document for {@link BlockComposer}: where it stands, what begins there, and how far that goes. */
final class BlockScanner {
    /** The indentation behind the last line: to the left of all columns. */
    private static final int NONE = -1;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private static final String MARKER = "---";
    private static final String FLOW_INDICATORS = ",[]{}";
    /** A buffer for a longer text is not kept for the next. */
    private static final int MOST_KEPT = 1 << 16;

    private final Budget budget;
    /** The text, and two line breaks behind it. */
    private char[] text = {};

    private int length;
    private int at;
    private int line;
    private int lineBegin;
    private int indent;

    BlockScanner(Budget budget) {
        this.budget = budget;
    }

    /** Goes to where the content of a document begins, behind its marker if it has one. */
    void begin(DocumentText document) throws OtherForm {
        fill(document.text());
        line = document.firstLine();
        beginLine(0);
        if (indent == 0 && isMarker()) {
            at += MARKER.length();
            endLine();
        }
    }

    private void fill(String document) {
        length = document.length();
        int needed = length + 2;
        if (text.length < needed || text.length > MOST_KEPT) {
            text = new char[Math.max(needed, Math.min(2 * text.length, MOST_KEPT))];
        }
        document.getChars(0, length, text, 0);
        text[length] = '\n';
        text[length + 1] = '\n';
    }

    private boolean isMarker() {
        return text[at] == '-' && text[at + 1] == '-' && text[at + 2] == '-' && isBlank(text[at + 3]);
    }

    /** Whether there is no more content. */
    boolean isOver() {
        return indent == NONE;
    }

    /** The column that the line's content begins at, from 0; less if there is none. */
    int indent() {
        return indent;
    }

    LineColumn position() {
        return new LineColumn(line, at - lineBegin + 1);
    }

    char current() {
        return text[at];
    }

    /** Goes over one character, and the spaces after it. */
    void skip() {
        at = afterSpaces(at + 1);
    }

    void skipSpaces() {
        at = afterSpaces(at);
    }

    private int afterSpaces(int begin) {
        int after = begin;
        while (text[after] == ' ') {
            after++;
        }
        return after;
    }

    /** Whether there is nothing in the line from here, but for a comment. */
    boolean isLineOver() {
        return text[at] == '\n' || isComment(at);
    }

    /** Goes to the content of the next line that has any: there is nothing in this one from here, but for a comment. */
    void endLine() throws OtherForm {
        int end = afterSpaces(at);
        end = isComment(end) ? lineEnd(end) : end;
        require(text[end] == '\n');
        line++;
        beginLine(end + 1);
    }

    /** Goes to the content of the line that begins here, or of the next that has any. */
    private void beginLine(int begin) throws OtherForm {
        lineBegin = begin;
        at = afterSpaces(begin);
        while (at < length && (text[at] == '\n' || text[at] == '#')) {
            lineBegin = lineEnd(at) + 1;
            line++;
            at = afterSpaces(lineBegin);
        }
        indent = at < length ? at - lineBegin : NONE;
    }

    private int lineEnd(int begin) throws OtherForm {
        int end = begin;
        while (text[end] != '\n') {
            require(isKnown(text[end]));
            end++;
        }
        return end;
    }

    /** A character that YAML allows, that does not end a line, and that is one of the text's characters and not half of one. */
    private static boolean isKnown(char c) {
        return (' ' <= c && c <= '~')
                || (NO_BREAK_SPACE <= c
                        && c < Character.MIN_SURROGATE
                        && c != LINE_SEPARATOR
                        && c != PARAGRAPH_SEPARATOR);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    /** Whether an item of a list begins here. */
    boolean isItem() {
        return text[at] == '-' && isBlank(text[at + 1]);
    }

    /** Goes to the content of an item. What it has is its line's content then. */
    void enterItem() {
        skip();
        indent = at - lineBegin;
    }

    /** Whether a key of a map begins here, and not a value. */
    boolean isField() throws OtherForm {
        if (isQuote()) {
            return isColon(quotedEnd() + 1);
        }
        return beginsPlain() && isColon(plainEnd());
    }

    /** Whether the colon behind a key stands here. */
    boolean isColon() {
        return isColon(at);
    }

    private boolean isColon(int index) {
        return text[index] == ':' && isBlank(text[index + 1]);
    }

    /** Whether a scalar in quotes begins here. */
    boolean isQuote() {
        return text[at] == '"' || text[at] == '\'';
    }

    /** Goes over a scalar in quotes. */
    JsonString quoted() throws OtherForm {
        int end = quotedEnd();
        JsonString value = shared(at + 1, end);
        at = end + 1;
        return value;
    }

    private int quotedEnd() throws OtherForm {
        char quote = text[at];
        int end = at + 1;
        while (text[end] != quote) {
            require(isKnown(text[end]) && text[end] != '\\');
            end++;
        }
        require(text[end + 1] != quote);
        return end;
    }

    /** Goes over a scalar without quotes. */
    JsonString plain() throws OtherForm {
        return plainTo(plainEnd());
    }

    /** Goes over a scalar without quotes that stands within brackets. */
    JsonString plainInFlow() throws OtherForm {
        return plainTo(plainEndInFlow());
    }

    private JsonString plainTo(int end) throws OtherForm {
        JsonString value = shared(at, end);
        at = end;
        return value;
    }

    private int plainEnd() throws OtherForm {
        require(beginsPlain());
        int end = at;
        while (text[end] != '\n' && !isColon(end) && !isComment(end)) {
            require(isKnown(text[end]));
            end++;
        }
        return withoutSpaces(end);
    }

    /** SnakeYAML and upstream differ about a question mark here, and about a colon before a bracket. */
    private int plainEndInFlow() throws OtherForm {
        require(beginsPlain());
        int end = at;
        while (text[end] != '\n' && !isColon(end) && !isComment(end) && !isOfFlow(text[end])) {
            require(isKnown(text[end]) && text[end] != '?' && (text[end] != ':' || !isOfFlow(text[end + 1])));
            end++;
        }
        return withoutSpaces(end);
    }

    private int withoutSpaces(int end) throws OtherForm {
        require(end > at);
        int before = end;
        while (text[before - 1] == ' ') {
            before--;
        }
        return before;
    }

    /** Whether no indicator stands here: a dash is none if something is right behind it. */
    private boolean beginsPlain() {
        return switch (text[at]) {
            case '-' -> !isBlank(text[at + 1]);
            case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> false;
            default -> true;
        };
    }

    private boolean isComment(int index) {
        return text[index] == '#' && text[index - 1] == ' ';
    }

    private static boolean isOfFlow(char c) {
        return FLOW_INDICATORS.indexOf(c) >= 0;
    }

    private JsonString shared(int begin, int end) throws OtherForm {
        require(end - begin <= budget.allowedScalarLength());
        return budget.shared(text, begin, end);
    }

    /**
     * Goes over a text that stands in the lines below its {@code |}, to the content of the line after it. The first of its lines says how
     * far in it is.
     *
     * @param outer the column that it is further in than
     */
    JsonString literal(int outer) throws OtherForm {
        boolean endsWithBreak = text[at + 1] != '-';
        int header = at + (endsWithBreak ? 1 : 2);
        int begin = header + 1;
        int column = afterSpaces(begin) - begin;
        require(text[header] == '\n' && column > outer && text[begin + column] != '\n');
        line++;
        StringBuilder content = new StringBuilder();
        int behindLast;
        do {
            begin = appendLine(content, begin + column);
            behindLast = content.length();
            begin = appendEmptyLines(content, begin, column);
        } while (begin < length && afterSpaces(begin) - begin >= column);
        content.setLength(endsWithBreak ? behindLast : behindLast - 1);
        require(content.length() <= budget.allowedScalarLength());
        beginLine(begin);
        return budget.shared(content.toString());
    }

    private int appendLine(StringBuilder content, int begin) throws OtherForm {
        int next = lineEnd(begin) + 1;
        require(next <= length);
        content.append(text, begin, next - begin);
        line++;
        return next;
    }

    private int appendEmptyLines(StringBuilder content, int begin, int column) throws OtherForm {
        int next = begin;
        while (next < length && text[afterSpaces(next)] == '\n') {
            require(afterSpaces(next) - next <= column);
            next = afterSpaces(next) + 1;
            content.append('\n');
            line++;
        }
        return next;
    }
}
