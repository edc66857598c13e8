package io.mooring.quantity;

import org.jspecify.annotations.Nullable;

/**
 * Reads in one pass what nearly every manifest holds: at most 18 digits and one of the {@link Suffix}es or a small exponent. It says null
 * to everything else, which {@link AnyText} then reads or refuses; both apply the rules of {@link #decimal} and
 * {@link #binary} to the same digits.
 */
final class CommonText {
    /** A sign, 18 digits, a point and two letters. */
    private static final int MAX_LENGTH = 22;

    private CommonText() {}

    static @Nullable Quantity parse(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_LENGTH) {
            return null;
        }
        char first = text.charAt(0);
        int at = first == '-' || first == '+' ? 1 : 0;
        while (at < length && text.charAt(at) == '0') {
            at++;
        }
        long digits = 0;
        int start = at;
        int digit;
        while (at < length && (digit = text.charAt(at) - '0') >= 0 && digit <= 9) {
            digits = digits * 10 + digit;
            at++;
        }
        int integerLength = at - start;
        int fractionLength = 0;
        if (at < length && text.charAt(at) == '.') {
            start = ++at;
            while (at < length && (digit = text.charAt(at) - '0') >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                at++;
            }
            fractionLength = at - start;
        }
        long signed = first == '-' ? -digits : digits;
        Suffix suffix = Suffix.at(text, at);
        if (suffix == null) {
            return withExponent(text, at, signed, integerLength, fractionLength);
        }
        return suffix.isBinary()
                ? binary(text, signed, integerLength, fractionLength, suffix.exponent)
                : decimal(text, signed, integerLength, fractionLength, suffix.exponent, QuantityFormat.DECIMAL_SI);
    }

    /** With {@code e} or {@code E}, a sign perhaps, and one digit or two from this index on; null if that is not what is there. */
    private static @Nullable Quantity withExponent(
            String text, int from, long digits, int integerLength, int fractionLength) {
        if (from + 1 >= text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return null;
        }
        char sign = text.charAt(from + 1);
        int start = sign == '-' || sign == '+' ? from + 2 : from + 1;
        int exponent = 0;
        for (int at = start; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            exponent = exponent * 10 + digit;
        }
        int places = text.length() - start;
        return places == 0 || places > 2
                ? null
                : decimal(
                        text,
                        digits,
                        integerLength,
                        fractionLength,
                        sign == '-' ? -exponent : exponent,
                        QuantityFormat.DECIMAL_EXPONENT);
    }

    /**
     * Upstream counts in an int64 up to 18 digits and down to nano; null beyond. It keeps the spelling of text that
     * looks canonical: the exponent a multiple of 3, digits before the point, no three zeros at the end.
     */
    static @Nullable Quantity decimal(
            String text, long digits, int integerLength, int fractionLength, int exponent, QuantityFormat format) {
        int scaled = exponent - fractionLength;
        if (Math.max(1, integerLength) + fractionLength > SmallAmount.MAX_POWER || scaled < Quantity.NANO) {
            return null;
        }
        boolean keepsText = scaled % 3 == 0 && integerLength > 0 && digits % 1000 != 0;
        return Quantity.ofSmall(digits, scaled, format, keepsText ? text : null);
    }

    /**
     * Upstream counts a whole number with a binary suffix in an int64 while it has at most 14 digits, less three for
     * each step of the suffix. It keeps the spelling of numbers that are no multiple of 8.
     */
    static @Nullable Quantity binary(String text, long digits, int integerLength, int fractionLength, int exponent) {
        int spare = 14 - Math.max(1, integerLength) - exponent * 3 / 10;
        if (fractionLength > 0 || spare < 0) {
            return binaryDecimal(digits, integerLength + fractionLength, fractionLength, exponent);
        }
        boolean keepsText = (digits & 7) != 0;
        return Quantity.ofSmall(digits << exponent, 0, QuantityFormat.BINARY_SI, keepsText ? text : null);
    }

    /** What upstream counts in a decimal of nine places, if it is exact in a long of fewer; null if not. */
    private static @Nullable Quantity binaryDecimal(long digits, int length, int fractionLength, int exponent) {
        int spareBits = Long.numberOfLeadingZeros(Math.abs(digits)) - 1;
        if (digits == 0 || length > SmallAmount.MAX_POWER || fractionLength > -Quantity.NANO || exponent > spareBits) {
            return null;
        }
        long amount = digits << exponent;
        boolean belowOne = Math.abs(amount) < SmallAmount.shift(1, fractionLength);
        QuantityFormat format = belowOne ? QuantityFormat.DECIMAL_SI : QuantityFormat.BINARY_SI;
        return Quantity.ofSmallDecimal(amount, -fractionLength, -Quantity.NANO, format);
    }
}
