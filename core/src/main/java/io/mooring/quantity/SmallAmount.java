package io.mooring.quantity;

/** Arithmetic on amounts {@code unscaled * 10^exponent} of two primitives: exact, and without allocating. */
final class SmallAmount {
    /** The largest power of ten in a long. */
    static final int MAX_POWER = 18;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    private SmallAmount() {}

    private static long[] powersOfTen() {
        long[] powers = new long[MAX_POWER + 1];
        powers[0] = 1;
        for (int i = 1; i <= MAX_POWER; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    static int compare(long a, int aExponent, long b, int bExponent) {
        if (aExponent == bExponent) {
            return Long.compare(a, b);
        }
        int sign = Long.signum(a);
        if (a == 0 || sign != Long.signum(b)) {
            return Integer.compare(sign, Long.signum(b));
        }
        return aExponent > bExponent
                ? compareShifted(a, aExponent - bExponent, b)
                : -compareShifted(b, bExponent - aExponent, a);
    }

    /** Compares {@code a * 10^shift} in 128 bits with b; both are of one sign and not 0. */
    private static int compareShifted(long a, int shift, long b) {
        if (shift > MAX_POWER) {
            return Long.signum(a);
        }
        long power = POWERS_OF_TEN[shift];
        long high = Math.multiplyHigh(a, power);
        long signOfB = b >> 63;
        return high != signOfB ? Long.compare(high, signOfB) : Long.compareUnsigned(a * power, b);
    }

    /** Whether {@code value * 10^shift} is in a long; {@link #shift} then gives it. Of 0 it is, whatever the shift. */
    static boolean canShift(long value, int shift) {
        if (shift == 0 || value == 0) {
            return true;
        }
        if (shift > MAX_POWER) {
            return false;
        }
        long power = POWERS_OF_TEN[shift];
        return Math.multiplyHigh(value, power) == (value * power) >> 63;
    }

    static long shift(long value, int shift) {
        return shift == 0 || value == 0 ? value : value * POWERS_OF_TEN[shift];
    }

    static boolean canAdd(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) >= 0;
    }

    static boolean isMultiple(long value, int powerOfTen) {
        return powerOfTen <= MAX_POWER ? value % POWERS_OF_TEN[powerOfTen] == 0 : value == 0;
    }

    /** {@code value / 10^powerOfTen}, rounded away from zero. */
    static long divideAwayFromZero(long value, int powerOfTen) {
        if (powerOfTen > MAX_POWER) {
            return Long.signum(value);
        }
        long power = POWERS_OF_TEN[powerOfTen];
        return value % power == 0 ? value / power : value / power + Long.signum(value);
    }

    static int hash(long unscaled, int exponent) {
        if (unscaled == 0) {
            return 0;
        }
        long value = unscaled;
        int power = exponent;
        while (value % 10 == 0) {
            value /= 10;
            power++;
        }
        return 31 * Long.hashCode(value) + power;
    }
}
