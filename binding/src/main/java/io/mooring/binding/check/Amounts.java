package io.mooring.binding.check;

import io.mooring.quantity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Amounts of bytes in words for a person. */
final class Amounts {
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final List<String> UNITS = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    /** How much more 1Ei is than 1E, the widest gap between a unit of 1024 and its neighbour of 1000. */
    private static final BigDecimal WIDEST_GAP = new BigDecimal("1.153");

    private Amounts() {}

    /** What is missing from one to the other, to a tenth, rounded up: {@code 70.4Mi}. */
    static String between(Quantity less, Quantity more) {
        BigDecimal left = more.toBigDecimal().subtract(less.toBigDecimal());
        int unit = 0;
        while (left.compareTo(STEP) >= 0 && unit < UNITS.size() - 1) {
            left = left.divide(STEP);
            unit++;
        }
        BigDecimal rounded = left.setScale(unit == 0 ? 0 : 1, RoundingMode.HALF_UP);
        return unit == 0 ? rounded.toPlainString() + " bytes" : rounded.toPlainString() + UNITS.get(unit);
    }

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
