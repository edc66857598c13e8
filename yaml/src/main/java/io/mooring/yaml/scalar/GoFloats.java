package io.mooring.yaml.scalar;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Prints a double as Go does: with the fewest digits that read back as the same number; of several such, the nearest.
 * {@link Double#toString} of Java 17 sometimes prints a digit more, so its output is shortened here.
 */
final class GoFloats {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final MathContext PRECISE = new MathContext(40);
    private static final int MANTISSA_BITS = 52;

    private GoFloats() {}

    /** Models {@code floatEncoder} of Go's encoding/json: without an exponent from 1e-6 to below 1e21, else with one. */
    static String json(double value) {
        if (value == 0) {
            return isNegativeZero(value) ? "-0" : "0";
        }
        BigDecimal shortest = shortest(value);
        double size = Math.abs(value);
        return size < 1e-6 || size >= 1e21 ? withExponent(shortest, 1) : plain(shortest);
    }

    /**
     * Models {@code convertToJSONableObject} of sigs.k8s.io/yaml, which writes a key by {@code FormatFloat(key, 'g', -1,
     * 32)}: with the digits of a float32.
     */
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

    /** The number cut to so many digits, and the ones above and below that. */
    private static Stream<BigDecimal> neighbours(BigDecimal number, int digits) {
        BigDecimal fewer = number.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-fewer.scale());
        return Stream.of(fewer, fewer.add(step), fewer.subtract(step));
    }

    private static BigDecimal nearest(List<BigDecimal> candidates, double value) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        BigDecimal exact = preciseValue(value);
        return Collections.min(
                candidates,
                Comparator.comparing(it -> it.subtract(exact, PRECISE).abs()));
    }

    /** The double to 40 digits, enough to tell which candidate is nearer. All its digits could be a thousand. */
    private static BigDecimal preciseValue(double value) {
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
