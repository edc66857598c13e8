package io.mooring.binding.explain.fix;

import java.util.Locale;

/** How many letters somebody would have to mistype to write one name for another; upper and lower case do not count. */
final class NameDistance {
    /** Names are near of which one letter in so many is wrong. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private NameDistance() {}

    /** The distance, or more than any if the names are not near. */
    static int near(String wanted, String name) {
        int distance = of(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        return distance * LETTERS_PER_MISTAKE <= Math.max(wanted.length(), name.length())
                ? distance
                : Integer.MAX_VALUE;
    }

    private static int of(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(exchanged, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
