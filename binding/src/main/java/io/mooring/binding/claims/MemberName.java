package io.mooring.binding.claims;

import io.mooring.workload.StatefulSet;
import java.util.Optional;

/**
 * A pod's name taken apart into its set and its ordinal.
 *
 * @param set the name of the set
 * @param ordinal 0 or more; an ordinal beyond 32 bits is none, as upstream has it
 */
public record MemberName(String set, int ordinal) {

    /**
     * Reads {@code web-3} as set {@code web}, ordinal 3; empty for a name that does not end in a dash and digits.
     * Upstream: {@code getParentNameAndOrdinal}.
     */
    public static Optional<MemberName> parse(String podName) {
        int dash = podName.lastIndexOf('-');
        String digits = podName.substring(dash + 1);
        if (dash < 0 || digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MemberName(podName.substring(0, dash), Integer.parseInt(digits)));
        } catch (NumberFormatException beyondThirtyTwoBits) {
            return Optional.empty();
        }
    }

    /** Whether this is a name of a pod of {@code set}. Upstream: {@code isMemberOf}. */
    public boolean isOf(StatefulSet owner) {
        return set.equals(owner.metadata().name());
    }

    static String of(StatefulSet set, long ordinal) {
        return set.metadata().name() + "-" + ordinal;
    }
}
