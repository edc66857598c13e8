package io.mooring.yaml.scanner;

import io.mooring.yaml.node.LineColumn;
import org.yaml.snakeyaml.error.Mark;

/**
 * The text of one document of a stream, its markers included.
 *
 * @param firstLine the line of the stream that the text begins at, from 1
 */
public record DocumentText(String text, int firstLine) {
    /** Where one of SnakeYAML's marks stands in the stream. */
    public LineColumn position(Mark mark) {
        return new LineColumn(mark.getLine() + firstLine, mark.getColumn() + 1);
    }

    DocumentText withText(String other) {
        return new DocumentText(other, firstLine);
    }

    /** The text with blanks in the place of the characters from {@code begin} to before {@code end}. */
    DocumentText withBlanks(int begin, int end) {
        return withText(text.substring(0, begin) + " ".repeat(end - begin) + text.substring(end));
    }
}
