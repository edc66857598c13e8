package io.mooring.admission;

import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What volumes and claims have in common: amounts and access modes. */
final class CapacityRules {
    /** Sorted, as upstream prints them. */
    private static final List<String> ACCESS_MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");

    private CapacityRules() {}

    /** Known modes; ReadWriteOncePod stands alone. All is told at the list. */
    static void accessModes(List<AccessMode> modes, Place at) {
        modes.stream()
                .map(AccessMode::value)
                .filter(mode -> !ACCESS_MODES.contains(mode))
                .forEach(mode ->
                        Checks.meaning(mode, ACCESS_MODES, at).notSupported(BadValue.ofTyped(mode), ACCESS_MODES));
        boolean oncePod = modes.contains(AccessMode.READ_WRITE_ONCE_POD);
        boolean others = modes.stream()
                .anyMatch(mode -> ACCESS_MODES.contains(mode.value()) && !mode.equals(AccessMode.READ_WRITE_ONCE_POD));
        if (oncePod && others) {
            at.advising("keep ReadWriteOncePod alone, or leave it out")
                    .forbidden("may not use ReadWriteOncePod with other access modes");
        }
    }

    /** {@code storage} and nothing else. */
    static void storageOnly(Map<String, Quantity> capacity, Place at) {
        if (!capacity.keySet().equals(Set.of("storage"))) {
            at.advising("give storage, such as 10Gi, and nothing else")
                    .notSupported(BadValue.ofSent(at.sent()), List.of("storage"));
        }
    }

    /** More than nothing; upstream tells a negative amount twice. */
    static void positive(Quantity quantity, Place at) {
        long units = units(quantity);
        if (units < 0) {
            at.invalid(BadValue.of(units), "must be a valid resource quantity");
        }
        greaterThanZero(quantity, at);
    }

    static void greaterThanZero(Quantity quantity, Place at) {
        if (quantity.signum() <= 0) {
            at.invalid(quantity.toString(), "must be greater than zero");
        }
    }

    /** Upstream's {@code Value()}, which wraps where the units do not fit. */
    private static long units(Quantity quantity) {
        try {
            return quantity.upstreamValue();
        } catch (ArithmeticException beyondLong) {
            return quantity.toBigDecimal()
                    .setScale(0, RoundingMode.UP)
                    .toBigInteger()
                    .longValue();
        }
    }
}
