package io.mooring.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Reads every text that {@link Quantity#parse} takes, and says what is wrong with the others. Models upstream's
 * {@code ParseQuantity} and {@code parseQuantityString}.
 */
final class AnyText {
    private static final String LETTERS = "eEinumkKMGTP";
    private static final BigDecimal MAX_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String text;
    private final int integerStart;
    private final int integerLength;
    private final int fractionLength;
    private final int suffixStart;

    private AnyText(String text) {
        this.text = text;
        int afterSign = skipSign(text, 0);
        integerStart = skipZeros(text, afterSign);
        int integerEnd = skipDigits(text, integerStart);
        boolean pointed = integerEnd < text.length() && text.charAt(integerEnd) == '.';
        suffixStart = pointed ? skipDigits(text, integerEnd + 1) : integerEnd;
        integerLength = integerEnd - integerStart;
        fractionLength = pointed ? suffixStart - integerEnd - 1 : 0;
    }

    static Quantity parse(String text) {
        if (text.isEmpty()) {
            throw new QuantityFormatException(new QuantityProblem.Empty());
        }
        if (text.length() > Quantity.MAX_LENGTH) {
            throw new QuantityFormatException(new QuantityProblem.TooLong(text));
        }
        return new AnyText(text).parse();
    }

    /** What is read is written as something that is read too, and as the same. */
    private Quantity parse() {
        Quantity amount = amount();
        String written = amount.toString();
        if (!isRead(written)) {
            throw new QuantityFormatException(new QuantityProblem.NotReadBack(text, written));
        }
        return amount;
    }

    private static boolean isRead(String written) {
        try {
            new AnyText(written).amount();
            return written.length() <= Quantity.MAX_LENGTH;
        } catch (QuantityFormatException refused) {
            return false;
        }
    }

    private Quantity amount() {
        int shaped = skipDigits(text, skipSign(text, skipLetters(suffixStart)));
        if (shaped < text.length()) {
            throw new QuantityFormatException(malformed());
        }
        Suffix suffix = Suffix.at(text, suffixStart);
        if (suffix == null) {
            return decimal(exponent(), QuantityFormat.DECIMAL_EXPONENT);
        }
        return suffix.isBinary() ? binary(suffix.exponent) : decimal(suffix.exponent, QuantityFormat.DECIMAL_SI);
    }

    private Quantity decimal(int exponent, QuantityFormat format) {
        Quantity small = CommonText.decimal(text, digits(), integerLength, fractionLength, exponent, format);
        if (small != null) {
            return small;
        }
        BigDecimal exact = number().scaleByPowerOfTen(exponent);
        return Quantity.ofDecimal(toNano(exact), upstreamScale(exact), format);
    }

    private Quantity binary(int exponent) {
        Quantity small = CommonText.binary(text, digits(), integerLength, fractionLength, exponent);
        if (small != null) {
            return small;
        }
        BigDecimal exact = number().multiply(BigDecimal.valueOf(1L << exponent));
        BigDecimal rounded = toNano(exact);
        if (rounded.abs().compareTo(MAX_BINARY) > 0) {
            BigDecimal capped = rounded.signum() < 0 ? MAX_BINARY.negate() : MAX_BINARY;
            return Quantity.ofDecimal(capped, 0, QuantityFormat.BINARY_SI);
        }
        boolean fraction = rounded.signum() != 0 && rounded.abs().compareTo(BigDecimal.ONE) < 0;
        return Quantity.ofDecimal(
                rounded, upstreamScale(exact), fraction ? QuantityFormat.DECIMAL_SI : QuantityFormat.BINARY_SI);
    }

    /** Upstream rounds a fraction finer than nano away from zero, so that who asks for something gets something. */
    private static BigDecimal toNano(BigDecimal exact) {
        return exact.scale() > -Quantity.NANO ? exact.setScale(-Quantity.NANO, RoundingMode.UP) : exact;
    }

    /** Upstream's decimal has nine places after that rounding, which it does for all but zero. */
    private static int upstreamScale(BigDecimal exact) {
        return exact.signum() == 0 ? exact.scale() : -Quantity.NANO;
    }

    /** Wrapped if they are too many for an int64, in which {@link CommonText} then does not count them. */
    private long digits() {
        long digits = 0;
        for (int at = integerStart; at < suffixStart; at++) {
            char c = text.charAt(at);
            digits = c == '.' ? digits : digits * 10 + (c - '0');
        }
        return text.charAt(0) == '-' ? -digits : digits;
    }

    private BigDecimal number() {
        if (text.chars().limit(suffixStart).noneMatch(AnyText::isDigit)) {
            throw new QuantityFormatException(new QuantityProblem.NoDigits(text, suffixStart));
        }
        return new BigDecimal(text.substring(0, suffixStart));
    }

    private int exponent() {
        char letter = text.charAt(suffixStart);
        int start = skipSign(text, suffixStart + 1);
        if ((letter != 'e' && letter != 'E') || skipDigits(text, start) != text.length() || start == text.length()) {
            throw new QuantityFormatException(unknownSuffix());
        }
        int significant = skipZeros(text, start);
        int magnitude = 0;
        for (int at = significant; at < text.length() && magnitude <= Quantity.MAX_EXPONENT; at++) {
            magnitude = magnitude * 10 + (text.charAt(at) - '0');
        }
        if (magnitude > Quantity.MAX_EXPONENT) {
            throw new QuantityFormatException(
                    new QuantityProblem.ExponentTooLarge(text, suffixStart + 1, text.substring(suffixStart + 1)));
        }
        return text.charAt(suffixStart + 1) == '-' ? -magnitude : magnitude;
    }

    /** Upstream refuses an exponent outside an int64; within, it goes on with the low 32 bits. */
    static boolean fitsLong(String exponent) {
        return new BigInteger(exponent).bitLength() < Long.SIZE;
    }

    /** The suffix has the shape that upstream asks for, but is none. */
    private QuantityProblem unknownSuffix() {
        if (Character.isLetter(text.charAt(suffixStart))) {
            return new QuantityProblem.UnknownSuffix(
                    text, suffixStart, text.substring(suffixStart), UpstreamError.SUFFIX.text);
        }
        return unexpectedCharacter(suffixStart, UpstreamError.SUFFIX);
    }

    /** There is a character that upstream's regular expression has no place for. */
    private QuantityProblem malformed() {
        int afterLetters = suffixStart;
        while (afterLetters < text.length() && Character.isLetter(text.charAt(afterLetters))) {
            afterLetters++;
        }
        int shaped = skipDigits(text, skipSign(text, afterLetters));
        if (afterLetters == suffixStart || shaped < text.length()) {
            return unexpectedCharacter(shaped, UpstreamError.FORMAT);
        }
        return new QuantityProblem.UnknownSuffix(
                text, suffixStart, text.substring(suffixStart), UpstreamError.FORMAT.text);
    }

    private QuantityProblem unexpectedCharacter(int index, UpstreamError error) {
        String character = Character.toString(text.codePointAt(index));
        return new QuantityProblem.UnexpectedCharacter(text, index, character, error.text);
    }

    private int skipLetters(int from) {
        int at = from;
        while (at < text.length() && LETTERS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipZeros(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
