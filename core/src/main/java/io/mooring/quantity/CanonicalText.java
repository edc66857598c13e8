package io.mooring.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes an amount with the largest suffix that loses nothing and leaves no fraction. Models upstream's
 * {@code CanonicalizeBytes}.
 */
final class CanonicalText {
    private CanonicalText() {}

    /** For an amount that has to be held in a BigDecimal, which comes without trailing zeros. */
    static String of(BigDecimal stripped, QuantityFormat format) {
        if (format == QuantityFormat.BINARY_SI && stripped.scale() <= 0) {
            return binary(stripped.toBigIntegerExact());
        }
        return decimal(stripped.unscaledValue().toString(), -stripped.scale(), format);
    }

    static String of(long unscaled, int exponent, QuantityFormat format) {
        if (unscaled == 0) {
            return "0";
        }
        if (format == QuantityFormat.BINARY_SI && isBinary(unscaled, exponent)) {
            return exponent == 0
                    ? binary(unscaled)
                    : binary(BigDecimal.valueOf(unscaled, -exponent).toBigIntegerExact());
        }
        long digits = unscaled;
        int power = exponent;
        while (digits % 10 == 0) {
            digits /= 10;
            power++;
        }
        return decimal(Long.toString(digits), power, format);
    }

    /** Fractions, and what is smaller than the smallest binary suffix, go out as decimals. */
    private static boolean isBinary(long unscaled, int exponent) {
        boolean whole = exponent >= 0 || SmallAmount.isMultiple(unscaled, -exponent);
        return whole
                && (SmallAmount.compare(unscaled, exponent, 1024, 0) >= 0
                        || SmallAmount.compare(unscaled, exponent, -1024, 0) <= 0);
    }

    /** Digits without trailing zeros, lowered to an exponent that is a multiple of 3. */
    private static String decimal(String digits, int exponent, QuantityFormat format) {
        int zeros = Math.floorMod(exponent, 3);
        return digits + "0".repeat(zeros) + decimalSuffix(exponent - zeros, format);
    }

    private static String decimalSuffix(int exponent, QuantityFormat format) {
        if (format != QuantityFormat.DECIMAL_EXPONENT) {
            return Suffix.ofPowerOfTen(exponent);
        }
        return exponent == 0 ? "" : "e" + exponent;
    }

    private static String binary(long whole) {
        int power = Long.numberOfTrailingZeros(whole) / 10;
        return (whole >> (10 * power)) + Suffix.ofPowerOf1024(power);
    }

    /** Whether the suffixes are large enough for this amount, which comes without trailing zeros. */
    static boolean hasBinarySuffix(BigDecimal stripped) {
        return stripped.scale() > 0
                || stripped.signum() == 0
                || stripped.toBigIntegerExact().getLowestSetBit() / 10 <= Suffix.LARGEST_POWER_OF_1024;
    }

    private static String binary(BigInteger whole) {
        int power = whole.getLowestSetBit() / 10;
        return whole.shiftRight(10 * power) + Suffix.ofPowerOf1024(power);
    }
}
