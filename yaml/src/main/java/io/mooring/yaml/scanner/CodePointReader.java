package io.mooring.yaml.scanner;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Feeds the scanner from a text that is in memory. SnakeYAML's own reader keeps a window over a stream and copies it
 * whenever a token grows beyond it, so that a long token costs the square of its length.
 */
public final class CodePointReader extends StreamReader {
    private static final String NAME = "text";
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int[] codePoints;
    private int index;
    private int documentIndex;
    private int line;
    private int column;

    /** @throws ReaderException if there is a character that YAML does not allow */
    public CodePointReader(String text) {
        super("");
        this.codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (!isPrintable(codePoints[i])) {
                throw new ReaderException(NAME, i, codePoints[i], "special characters are not allowed");
            }
        }
    }

    @Override
    public Mark getMark() {
        return new Mark(NAME, index, line, column, codePoints, index);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
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
