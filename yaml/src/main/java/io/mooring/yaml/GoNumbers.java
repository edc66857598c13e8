package io.mooring.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Binary fractions as Go prints them: with the fewest digits that read back as the same number, and of those the nearest.
 * Java before 19 at times prints one digit more.
 */
final class GoNumbers {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final MathContext PRECISE = new MathContext(40);
    private static final int MANTISSA_BITS = 52;

    private GoNumbers() {}

    /** As Go's {@code encoding/json} writes a float64: plain from 1e-6 to below 1e21, else with an exponent. */
    static String json(double value) {
        if (value == 0) {
            return isNegativeZero(value) ? "-0" : "0";
        }
        BigDecimal shortest = shortest(value);
        double size = Math.abs(value);
        return size < 1e-6 || size >= 1e21 ? withExponent(shortest, 1) : plain(shortest);
    }

    /** As the YAML to JSON conversion writes a float key: {@code FormatFloat(key, 'g', -1, 32)}, so with float32's digits. */
    static String key(double value) {
        float narrow = (float) value;
        if (Float.isNaN(narrow)) {
            return ".nan";
        }
        if (Float.isInfinite(narrow)) {
            return narrow > 0 ? ".inf" : "-.inf";
        }
        if (narrow == 0) {
            return isNegativeZero(narrow) ? "-0" : "0";
        }
        BigDecimal shortest = shortest(narrow);
        int exponent = exponent(shortest);
        return exponent < -4 || exponent >= 6 ? withExponent(shortest, 2) : plain(shortest);
    }

    private static boolean isNegativeZero(double value) {
        return Double.doubleToRawLongBits(value) != 0;
    }

    private static BigDecimal shortest(double value) {
        return shortest(new BigDecimal(Double.toString(value)), value, it -> it.doubleValue() == value);
    }

    private static BigDecimal shortest(float value) {
        return shortest(new BigDecimal(Float.toString(value)), value, it -> it.floatValue() == value);
    }

    private static BigDecimal shortest(BigDecimal printed, double value, Predicate<BigDecimal> readsBack) {
        BigDecimal best = printed.stripTrailingZeros();
        List<BigDecimal> candidates = List.of(best);
        for (int digits = best.precision(); digits > 0 && !candidates.isEmpty(); digits--) {
            best = nearest(candidates, value);
            candidates = neighbours(best, digits).filter(readsBack).toList();
        }
        return (candidates.isEmpty() ? best : nearest(candidates, value)).stripTrailingZeros();
    }

    /** The numbers of that many digits around it. */
    private static Stream<BigDecimal> neighbours(BigDecimal number, int digits) {
        BigDecimal fewer = number.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-fewer.scale());
        return Stream.of(fewer, fewer.add(step), fewer.subtract(step));
    }

    private static BigDecimal nearest(List<BigDecimal> candidates, double value) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        BigDecimal exact = nearly(value);
        return Collections.min(
                candidates,
                Comparator.comparing(it -> it.subtract(exact, PRECISE).abs()));
    }

    /** More digits than the difference of two candidates needs; all digits would be up to a thousand. */
    private static BigDecimal nearly(double value) {
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - MANTISSA_BITS;
        BigDecimal mantissa = new BigDecimal(Math.scalb(value, -exponent));
        return mantissa.multiply(TWO.pow(exponent, PRECISE), PRECISE);
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String withExponent(BigDecimal number, int leastDigits) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = exponent(number);
        String size = Integer.toString(Math.abs(exponent));
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + "0".repeat(Math.max(0, leastDigits - size.length()))
                + size;
    }
}
