package io.mooring.yaml.scanner;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Feeds the scanner from texts that are in memory, one after the other. SnakeYAML's own reader keeps a window over a stream and copies it
 * whenever a token grows beyond it, so that a long token costs the square of its length.
 *
 * <p>The reader counts how deep brackets lie within one another: the scanner looks up to 1,024 characters ahead for the colon
 * that would make a key of a bracket, and whatever it finds there costs as much as there are brackets open.
 */
public final class CodePointReader extends StreamReader {
    /** Stands behind the text in the buffers of its marks; no text has it. */
    static final int END = 0;

    private static final String NAME = "text";
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    /** A buffer for a longer text is not kept for the next. */
    private static final int MOST_KEPT = 1 << 16;

    private final Budget budget;
    /** Longer than the text, and its marks' until the next begins. */
    private int[] codePoints = new int[0];

    private int length;
    private int firstLine;
    private int flowDepth;
    private int index;
    private int documentIndex;
    private int line;
    private int column;
    private @Nullable Mark mark;

    public CodePointReader(Budget budget) {
        super("");
        this.budget = budget;
    }

    /**
     * Begins with a text; all marks of that before are void.
     *
     * @throws ReaderException if there is a character that YAML does not allow
     */
    public void begin(DocumentText text) {
        fill(text.text());
        firstLine = text.firstLine();
        flowDepth = 0;
        index = 0;
        documentIndex = 0;
        line = 0;
        column = 0;
        mark = null;
    }

    private void fill(String text) {
        int needed = text.length() + 1;
        if (codePoints.length < needed || codePoints.length > MOST_KEPT) {
            codePoints = new int[Math.max(needed, Math.min(2 * codePoints.length, MOST_KEPT))];
        }
        length = 0;
        for (int at = 0; at < text.length(); length++) {
            int c = text.charAt(at);
            boolean isAscii = ' ' <= c && c <= '~';
            int codePoint = isAscii ? c : text.codePointAt(at);
            if (!isAscii && !isPrintable(codePoint)) {
                throw new ReaderException(NAME, length, codePoint, "special characters are not allowed");
            }
            codePoints[length] = codePoint;
            at += Character.charCount(codePoint);
        }
        codePoints[length] = END;
    }

    /** The scanner asks several times at one place. */
    @Override
    public Mark getMark() {
        Mark latest = mark;
        if (latest == null || latest.getIndex() != index) {
            latest = new Mark(NAME, index, line, column, codePoints, index);
            mark = latest;
        }
        return latest;
    }

    /** The scanner goes on so over a closing bracket. */
    @Override
    public void forward() {
        if (flowDepth > 0 && (peek() == '}' || peek() == ']')) {
            flowDepth--;
        }
        advance(1);
    }

    /** The scanner goes on so over an opening bracket. */
    @Override
    public void forward(int count) {
        if (count == 1 && (peek() == '{' || peek() == '[')) {
            flowDepth++;
            budget.checkDepth(flowDepth, new LineColumn(line + firstLine, column + 1));
        }
        advance(count);
    }

    private void advance(int count) {
        for (int i = 0; i < count && index < length; i++) {
            int c = codePoints[index];
            index++;
            documentIndex++;
            if (isLineBreak(c)) {
                line++;
                column = 0;
            } else if (c != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    /** A carriage return before a line feed does not count: the line feed ends the line. */
    private boolean isLineBreak(int c) {
        return switch (c) {
            case '\n', 0x85, 0x2028, 0x2029 -> true;
            case '\r' -> peek() != '\n' && index < length;
            default -> false;
        };
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        return index + ahead < length ? codePoints[index + ahead] : END;
    }

    @Override
    public String prefix(int count) {
        return count == 0 ? "" : new String(codePoints, index, Math.min(count, length - index));
    }

    @Override
    public String prefixForward(int count) {
        String prefix = prefix(count);
        index += count;
        documentIndex += count;
        column += count;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return documentIndex;
    }

    @Override
    public void resetDocumentIndex() {
        documentIndex = 0;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getLine() {
        return line;
    }
}
