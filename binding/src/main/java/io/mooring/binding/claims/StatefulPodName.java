package io.mooring.binding.claims;

import java.util.Optional;

/**
 * The name of a StatefulSet's pod, taken apart.
 *
 * @param set the name of the set
 * @param ordinal 0 or more
 */
public record StatefulPodName(String set, int ordinal) {

    /**
     * Reads {@code web-3} as set {@code web} and ordinal 3. Empty for a name that does not end in a dash and digits, or whose
     * ordinal is beyond 32 bits. Models {@code getParentNameAndOrdinal}.
     */
    public static Optional<StatefulPodName> parse(String podName) {
        int dash = podName.lastIndexOf('-');
        String digits = podName.substring(dash + 1);
        if (dash < 0 || !isDigits(digits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StatefulPodName(podName.substring(0, dash), Integer.parseInt(digits)));
        } catch (NumberFormatException beyondThirtyTwoBits) {
            return Optional.empty();
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
