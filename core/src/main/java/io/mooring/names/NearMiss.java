package io.mooring.names;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which known name a mistyped one probably stands for. */
public final class NearMiss {
    private NearMiss() {}

    /** The nearest of {@code known}: same but for case, or a third of its letters off at most. First one wins a tie. */
    public static Optional<String> of(String name, List<String> known) {
        return known.stream()
                .filter(each -> Math.abs(name.length() - each.length()) <= most(each))
                .filter(each -> distance(name, each) <= most(each))
                .min(Comparator.comparingInt(each -> distance(name, each)));
    }

    private static int most(String known) {
        return Math.max(1, known.length() / 3);
    }

    /** Edits (insert, drop, replace, swap neighbours) between the two, case aside. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + edits[i - 2][j - 2]) : best;
    }
}
