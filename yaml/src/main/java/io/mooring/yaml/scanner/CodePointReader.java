package io.mooring.yaml.scanner;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Feeds the scanner from a text that is in memory. SnakeYAML's own reader keeps a window over a stream and copies it
 * whenever a token grows beyond it, so that a long token costs the square of its length.
 *
 * <p>The reader counts how deep brackets lie within one another: the scanner looks up to 1,024 characters ahead for the colon
 * that would make a key of a bracket, and whatever it finds there costs as much as there are brackets open.
 */
public final class CodePointReader extends StreamReader {
    private static final String NAME = "text";
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int[] codePoints;
    private final int firstLine;
    private final Budget budget;
    private int flowDepth;
    private int index;
    private int documentIndex;
    private int line;
    private int column;
    private @Nullable Mark mark;

    /** @throws ReaderException if there is a character that YAML does not allow */
    public CodePointReader(DocumentText text, Budget budget) {
        super("");
        this.codePoints = codePoints(text.text());
        this.firstLine = text.firstLine();
        this.budget = budget;
    }

    private static int[] codePoints(String text) {
        int[] codePoints = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = text.codePointAt(at);
            boolean isAscii = ' ' <= codePoint && codePoint <= '~';
            if (!isAscii && !isPrintable(codePoint)) {
                throw new ReaderException(NAME, i, codePoint, "special characters are not allowed");
            }
            codePoints[i] = codePoint;
            at += Character.charCount(codePoint);
        }
        return codePoints;
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
    public void forward(int length) {
        if (length == 1 && (peek() == '{' || peek() == '[')) {
            flowDepth++;
            budget.checkDepth(flowDepth, new LineColumn(line + firstLine, column + 1));
        }
        advance(length);
    }

    private void advance(int length) {
        for (int i = 0; i < length && index < codePoints.length; i++) {
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
            case '\r' -> peek() != '\n' && index < codePoints.length;
            default -> false;
        };
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        return index + ahead < codePoints.length ? codePoints[index + ahead] : 0;
    }

    @Override
    public String prefix(int length) {
        return new String(codePoints, index, Math.min(length, codePoints.length - index));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        index += length;
        documentIndex += length;
        column += length;
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
