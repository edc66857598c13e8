package io.mooring.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The blanks that a block scalar begins with. Where the header gives no number, upstream finds the indentation in them and
 * refuses a tab there; the parser beneath takes the tab for text.
 */
final class BlockIndent {
    private final int[] source;
    private int at;

    private BlockIndent(ScalarEvent scalar) {
        this.source = scalar.getStartMark().getBuffer();
        this.at = scalar.getStartMark().getIndex();
    }

    /** Whether a tab stands where this scalar's indentation is looked for. */
    static boolean hasTab(ScalarEvent scalar) {
        boolean isBlock =
                scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        return isBlock && new BlockIndent(scalar).hasTab();
    }

    private boolean hasTab() {
        skipProperties();
        while (!isBreakOrEnd()) {
            if (isDigit()) {
                return false;
            }
            if (isBlank()) {
                skipLine();
            } else {
                at++;
            }
        }
        while (current() == ' ' || (isBreakOrEnd() && at < source.length)) {
            at++;
        }
        return current() == '\t';
    }

    /** An anchor and a tag stand before the header. */
    private void skipProperties() {
        while (current() != '|' && current() != '>') {
            if (current() == '#') {
                skipLine();
            } else if (isBlank() || isBreakOrEnd()) {
                at++;
            } else {
                skipWord();
            }
        }
    }

    private void skipWord() {
        while (!isBlank() && !isBreakOrEnd()) {
            at++;
        }
    }

    private void skipLine() {
        while (!isBreakOrEnd()) {
            at++;
        }
    }

    private int current() {
        return at < source.length ? source[at] : '\n';
    }

    private boolean isDigit() {
        return '0' <= current() && current() <= '9';
    }

    private boolean isBlank() {
        return Blanks.isBlank(current());
    }

    private boolean isBreakOrEnd() {
        return Blanks.isLineBreak(current());
    }
}
