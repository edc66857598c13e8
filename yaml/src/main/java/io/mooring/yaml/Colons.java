package io.mooring.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Colons within {@code {}} and {@code []} with no space after them. Upstream takes them as part of the word, so that
 * {@code {a:}} has a key {@code a:}; the parser beneath ends the word there where a bracket or a comma follows. Such a colon
 * becomes a character that the text does not have, and the text is parsed again.
 */
final class Colons {
    private static final char FIRST_STAND_IN = '\uE000';
    private static final String ENDS = ",[]{}";

    private final char standIn;

    Colons(Documents.Text text) {
        char unused = FIRST_STAND_IN;
        while (text.text().indexOf(unused) >= 0) {
            unused++;
        }
        this.standIn = unused;
    }

    /** The parser beneath ended a word at a colon that is part of it. */
    static final class Within extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Mark mark;

        private Within(Mark mark) {
            super("a colon within a word", null, false, false);
            this.mark = mark;
        }

        /** Where the word ends for the parser. */
        Mark mark() {
            return mark;
        }
    }

    /** @throws Within if the parser ended this scalar, within {@code {}} or {@code []}, at a colon that is part of it */
    static void check(ScalarEvent scalar) {
        if (!scalar.isPlain() || scalar.getValue().isEmpty()) {
            return;
        }
        Mark end = scalar.getEndMark();
        int[] source = end.getBuffer();
        int colon = colonAt(end);
        if (colon + 1 < source.length && source[colon] == ':' && ENDS.indexOf(source[colon + 1]) >= 0) {
            throw new Within(end);
        }
    }

    /** The first character after the word that is no space. */
    private static int colonAt(Mark end) {
        int[] source = end.getBuffer();
        int at = end.getIndex();
        while (at < source.length && source[at] == ' ') {
            at++;
        }
        return at;
    }

    /** The text with something else for that colon. */
    Documents.Text replaced(Documents.Text text, Within found) {
        String all = text.text();
        int at = all.offsetByCodePoints(0, colonAt(found.mark()));
        return new Documents.Text(all.substring(0, at) + standIn + all.substring(at + 1), text.firstLine());
    }

    /** The scalar's text with its colons. */
    String restored(String scalar) {
        return scalar.replace(standIn, ':');
    }
}
