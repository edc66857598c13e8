package io.mooring.quantity;

import java.math.BigInteger;

/**
 * The whole numbers that upstream's {@code Value()} and {@code MilliValue()} answer, wrong ones included. Models
 * {@code AsScaledInt64} and {@code scaledValue}.
 */
final class UpstreamValue {
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private UpstreamValue() {}

    /**
     * Of an amount in an int64: rounded away from zero. What does not fit a long is wrapped for the powers that
     * upstream multiplies by at once, and 0 for those that it gets at in steps.
     */
    static long ofInt64(long unscaled, int shift) {
        if (shift < 0) {
            return SmallAmount.divideAwayFromZero(unscaled, -shift);
        }
        boolean multipliedAtOnce = shift <= 3 || shift == 6 || shift == 9;
        return multipliedAtOnce || SmallAmount.canShift(unscaled, shift) ? SmallAmount.shift(unscaled, shift) : 0;
    }

    /**
     * Of an arbitrary-precision decimal, of which the low 64 bits are taken, sometimes too early. Every fraction has
     * one added after the division: right for positive amounts, for negative ones off by up to two.
     */
    static long ofDecimal(BigInteger unscaled, int dropped) {
        if (dropped <= 0) {
            return unscaled.longValue() * powerOfTen(-dropped);
        }
        if (unscaled.compareTo(MAX_LONG) < 0 && dropped <= SmallAmount.MAX_POWER) {
            long divisor = powerOfTen(dropped);
            long low = unscaled.longValue();
            return low % divisor == 0 ? low / divisor : low / divisor + 1;
        }
        BigInteger[] parts = unscaled.divideAndRemainder(BigInteger.TEN.pow(dropped));
        return parts[0].longValue() + Math.max(0, parts[1].signum());
    }

    /** Beyond a long as Go converts the floating-point power there on amd64. */
    private static long powerOfTen(int power) {
        return power > SmallAmount.MAX_POWER ? Long.MIN_VALUE : SmallAmount.shift(1, power);
    }
}
