package io.mooring.yaml.scanner;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The indentation of a block scalar. Where the header ({@code |}, {@code >}) gives no number, upstream looks for it in the
 * blanks that the content begins with, and refuses a tab there ({@code yaml_parser_scan_block_scalar_breaks}); SnakeYAML
 * takes the tab for content.
 */
public final class BlockScalarIndent {
    private final int[] source;
    private int at;

    private BlockScalarIndent(ScalarEvent scalar) {
        this.source = scalar.getStartMark().getBuffer();
        this.at = scalar.getStartMark().getIndex();
    }

    /** True if a tab stands where the indentation is looked for. */
    public static boolean hasTab(ScalarEvent scalar) {
        boolean isBlock =
                scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        return isBlock && new BlockScalarIndent(scalar).hasTab();
    }

    private boolean hasTab() {
        skipProperties();
        if (headerGivesIndentation()) {
            return false;
        }
        skipLine();
        while (current() == ' ' || YamlCharacters.isLineBreak(current())) {
            at++;
        }
        return current() == '\t';
    }

    /** The header is one word: {@code |}, {@code >-}, {@code |2+}. */
    private boolean headerGivesIndentation() {
        while (!isBreakOrEnd() && !isBlank()) {
            if (isDigit()) {
                return true;
            }
            at++;
        }
        return false;
    }

    /** An anchor, a tag and comments may stand before the header. */
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
        return source[at];
    }

    private boolean isDigit() {
        return '0' <= current() && current() <= '9';
    }

    private boolean isBlank() {
        return YamlCharacters.isBlank(current());
    }

    private boolean isBreakOrEnd() {
        return current() == CodePointReader.END || YamlCharacters.isLineBreak(current());
    }
}
