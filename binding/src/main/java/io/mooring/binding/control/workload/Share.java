package io.mooring.binding.control.workload;

import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Optional;

/**
 * A number of pods, or a percentage of all of them. Models {@code GetScaledValueFromIntOrPercent}; what is beyond 32 bits is
 * the largest number there.
 */
public final class Share {
    private static final long WHOLE = 100;

    private Share() {}

    /** A part of a pod is none. */
    public static int roundedDown(Optional<JsonValue> share, int total) {
        return of(share, total, 0);
    }

    /** A part of a pod is a whole one. */
    public static int roundedUp(Optional<JsonValue> share, int total) {
        return of(share, total, WHOLE - 1);
    }

    /** Text that is no percentage counts as 0. */
    private static int of(Optional<JsonValue> share, int total, long rounding) {
        return (int) Math.min(exact(share, total, rounding), Integer.MAX_VALUE);
    }

    private static long exact(Optional<JsonValue> share, int total, long rounding) {
        if (share.isPresent() && share.get() instanceof JsonNumber number) {
            return number.toLong().orElse(0);
        }
        String text = share.isPresent() && share.get() instanceof JsonString string ? string.value() : "";
        return text.matches("[0-9]{1,9}%")
                ? (Long.parseLong(text.substring(0, text.length() - 1)) * total + rounding) / WHOLE
                : 0;
    }
}
