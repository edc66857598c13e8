package io.mooring.yaml.scanner;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Colons that are part of a plain scalar within {@code {}} or {@code []}. Upstream ends the scalar only at a colon with a
 * blank after it, so that {@code {a:}} has the key {@code a:}; SnakeYAML also ends it where a bracket or a comma follows.
 * Such a colon is replaced by a character that the text does not have, and put back once the text is parsed.
 */
final class WordColons {
    private static final char FIRST_PRIVATE_USE = '\uE000';
    private static final String INDICATORS = ",[]{}";

    private final char standIn;

    WordColons(String text) {
        char unused = FIRST_PRIVATE_USE;
        while (text.indexOf(unused) >= 0) {
            unused++;
        }
        this.standIn = unused;
    }

    /** True if SnakeYAML ended this scalar, which stands in a flow collection, at a colon that is part of it. */
    static boolean endsAtOne(ScalarEvent scalar) {
        if (!scalar.isPlain() || scalar.getValue().isEmpty()) {
            return false;
        }
        int[] source = scalar.getEndMark().getBuffer();
        int colon = indexAfterSpaces(scalar.getEndMark());
        return source[colon] == ':' && INDICATORS.indexOf(source[colon + 1]) >= 0;
    }

    private static int indexAfterSpaces(Mark end) {
        int[] source = end.getBuffer();
        int index = end.getIndex();
        while (source[index] == ' ') {
            index++;
        }
        return index;
    }

    /** The text with the stand-in for the colon after {@code end}, where SnakeYAML ended the scalar. */
    String replace(String text, Mark end) {
        int colon = text.offsetByCodePoints(0, indexAfterSpaces(end));
        return text.substring(0, colon) + standIn + text.substring(colon + 1);
    }

    /** What a scalar says, its colons put back. */
    String restore(String scalar) {
        return scalar.replace(standIn, ':');
    }
}
