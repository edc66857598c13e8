package io.mooring.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The characters between words. */
final class Blanks {
    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private Blanks() {}

    static boolean isBlank(int character) {
        return character == ' ' || character == '\t';
    }

    static boolean isLineBreak(int character) {
        return character == '\n'
                || character == '\r'
                || character == NEXT_LINE
                || character == LINE_SEPARATOR
                || character == PARAGRAPH_SEPARATOR;
    }

    /** Where the first character stands that is no blank and no line break. */
    static Position endAfter(ScalarEvent scalar, int firstLine) {
        Mark mark = scalar.getEndMark();
        int[] source = mark.getBuffer();
        int line = mark.getLine() + firstLine;
        int column = mark.getColumn() + 1;
        for (int at = mark.getIndex(); at < source.length; at++) {
            boolean isFirstOfTwo = source[at] == '\r' && at + 1 < source.length && source[at + 1] == '\n';
            if (isLineBreak(source[at]) && !isFirstOfTwo) {
                line++;
                column = 1;
            } else if (isBlank(source[at]) || isFirstOfTwo) {
                column++;
            } else {
                break;
            }
        }
        return new Position(line, column);
    }
}
