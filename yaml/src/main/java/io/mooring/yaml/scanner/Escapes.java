package io.mooring.yaml.scanner;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Escapes in double-quoted scalars. */
public final class Escapes {
    private Escapes() {}

    /**
     * True if an escape names a surrogate, half a character. Upstream refuses that, and with it the two escapes by which
     * JSON writes an emoji; SnakeYAML takes it.
     */
    public static boolean hasSurrogate(ScalarEvent scalar) {
        if (scalar.getScalarStyle() != ScalarStyle.DOUBLE_QUOTED) {
            return false;
        }
        int[] source = scalar.getStartMark().getBuffer();
        int end = scalar.getEndMark().getIndex();
        for (int i = scalar.getStartMark().getIndex(); i + 1 < end; i++) {
            if (source[i] == '\\') {
                i++;
                int digits = hexDigits(source[i]);
                if (digits > 0 && isSurrogate(Long.parseLong(new String(source, i + 1, digits), 16))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int hexDigits(int escape) {
        return switch (escape) {
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
    }

    private static boolean isSurrogate(long codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
