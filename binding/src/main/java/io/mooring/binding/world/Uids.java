package io.mooring.binding.world;

import java.util.function.UnaryOperator;

/** The uids that a cluster counts, {@code 00000000-0000-4000-8000-00000000002a}: how they look, and where they stand in a text. */
final class Uids {
    /** In chars. */
    static final int LENGTH = 36;

    private static final String START = "00000000-0000-4000-8000-";

    private Uids() {}

    /** That of a number, which has twelve hexadecimal digits at most. */
    static String of(long number) {
        String digits = Long.toHexString(number);
        return START + "0".repeat(LENGTH - START.length() - digits.length()) + digits;
    }

    /** Where the first one begins from this index on; negative if there is none. */
    static int indexIn(String text, int from) {
        int at = text.indexOf(START, from);
        while (at >= 0 && !hasDigitsAt(text, at + START.length())) {
            at = text.indexOf(START, at + 1);
        }
        return at;
    }

    /** The text with this in the place of each. */
    static String replacedIn(String text, UnaryOperator<String> replacement) {
        int first = indexIn(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        for (int at = first; at >= 0; at = indexIn(text, from)) {
            replaced.append(text, from, at).append(replacement.apply(text.substring(at, at + LENGTH)));
            from = at + LENGTH;
        }
        return replaced.append(text, from, text.length()).toString();
    }

    private static boolean hasDigitsAt(String text, int begin) {
        int end = begin + LENGTH - START.length();
        if (end > text.length()) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The number of a uid. */
    static long numberOf(String uid) {
        return Long.parseLong(uid.substring(START.length()), 16);
    }
}
