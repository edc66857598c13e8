package io.mooring.binding.check;

import io.mooring.quantity.Quantity;
import java.math.BigDecimal;

/** What is odd about amounts of bytes. */
final class OddAmounts {
    /** How much more 1Ei is than 1E, the widest gap between a unit of 1024 and its neighbour of 1000. */
    private static final BigDecimal WIDEST_GAP = new BigDecimal("1.153");

    private OddAmounts() {}

    /** Whether one is in units of 1024 and the other in units of 1000, and that is all that they differ by. */
    static boolean differByUnit(Quantity one, Quantity other) {
        BigDecimal low = one.toBigDecimal().min(other.toBigDecimal());
        BigDecimal high = one.toBigDecimal().max(other.toBigDecimal());
        return one.format() != other.format()
                && low.signum() > 0
                && low.compareTo(high) != 0
                && high.compareTo(low.multiply(WIDEST_GAP)) <= 0;
    }

    static boolean isFraction(Quantity amount) {
        return amount.toBigDecimal().stripTrailingZeros().scale() > 0;
    }
}
