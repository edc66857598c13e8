package io.mooring.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Escapes in texts within double quotes. */
final class Escapes {
    private Escapes() {}

    /**
     * Whether one of them names half of a pair of surrogates. Upstream refuses it, and so JSON's way to write an emoji; the
     * parser beneath does not.
     */
    static boolean nameSurrogates(ScalarEvent scalar) {
        if (scalar.getScalarStyle() != ScalarStyle.DOUBLE_QUOTED) {
            return false;
        }
        int[] source = scalar.getStartMark().getBuffer();
        int end = scalar.getEndMark().getIndex();
        for (int i = scalar.getStartMark().getIndex(); i + 1 < end; i++) {
            if (source[i] == '\\') {
                i++;
                int digits = source[i] == 'u' ? 4 : source[i] == 'U' ? 8 : 0;
                if (digits > 0 && isSurrogate(Long.parseLong(new String(source, i + 1, digits), 16))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSurrogate(long codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
