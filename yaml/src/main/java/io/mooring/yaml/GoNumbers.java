package io.mooring.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Binary fractions as Go prints them: with the fewest digits that read back as the same number, and of those the nearest.
 * Java before 19 at times prints one digit more.
 */
final class GoNumbers {
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

    private static BigDecimal shortest(BigDecimal printed, double exact, Predicate<BigDecimal> readsBack) {
        BigDecimal best = printed.stripTrailingZeros();
        for (int digits = best.precision(); digits > 0; digits--) {
            BigDecimal fewer = best.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal step =
                    new BigDecimal(fewer.unscaledValue().signum() < 0 ? -1 : 1).scaleByPowerOfTen(-fewer.scale());
            Optional<BigDecimal> nearest = Stream.of(fewer, fewer.add(step), fewer.subtract(step))
                    .filter(readsBack)
                    .min(Comparator.comparing((BigDecimal it) -> distance(it, exact)));
            if (nearest.isEmpty()) {
                break;
            }
            best = nearest.get();
        }
        return best.stripTrailingZeros();
    }

    private static BigDecimal distance(BigDecimal candidate, double exact) {
        return candidate.subtract(new BigDecimal(exact)).abs();
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
