package io.mooring.yaml;

import io.mooring.yaml.Resolved.Nothing;
import io.mooring.yaml.Resolved.Real;
import io.mooring.yaml.Resolved.Text;
import io.mooring.yaml.Resolved.Truth;
import io.mooring.yaml.Resolved.Unresolvable;
import io.mooring.yaml.Resolved.Whole;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scalar is, as the API server's YAML reader sees it: YAML 1.1 without base 60, with Go's {@code 0o} and with dates
 * as text. Models {@code resolve} of go.yaml.in/yaml v2.4.
 *
 * <pre>
 *   plain text, by its first character                          is
 *   '' ~ null Null NULL                                         null
 *   y Y yes Yes YES on On ON true True TRUE (and opposites)     a truth value
 *   digit or sign, _ left out: 0b11 017 0o17 0xF 15             a whole number, from -2^63 to 2^64-1
 *   digit, sign or dot: 1.5 .5 5. 1e3, and wholes beyond that   a fraction
 *   .inf .nan                                                   a fraction that JSON has no word for
 *   everything else: 1:30 2026-11-23 1e400 0b12                 text
 * </pre>
 */
final class ScalarResolver {
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final Map<String, Resolved> WORDS = Map.ofEntries(
            word("y", true),
            word("Y", true),
            word("yes", true),
            word("Yes", true),
            word("YES", true),
            word("on", true),
            word("On", true),
            word("ON", true),
            word("true", true),
            word("True", true),
            word("TRUE", true),
            word("n", false),
            word("N", false),
            word("no", false),
            word("No", false),
            word("NO", false),
            word("off", false),
            word("Off", false),
            word("OFF", false),
            word("false", false),
            word("False", false),
            word("FALSE", false),
            Map.entry("", Nothing.NOTHING),
            Map.entry("~", Nothing.NOTHING),
            Map.entry("null", Nothing.NOTHING),
            Map.entry("Null", Nothing.NOTHING),
            Map.entry("NULL", Nothing.NOTHING),
            real(".nan", Double.NaN),
            real(".NaN", Double.NaN),
            real(".NAN", Double.NaN),
            real(".inf", Double.POSITIVE_INFINITY),
            real(".Inf", Double.POSITIVE_INFINITY),
            real(".INF", Double.POSITIVE_INFINITY),
            real("+.inf", Double.POSITIVE_INFINITY),
            real("+.Inf", Double.POSITIVE_INFINITY),
            real("+.INF", Double.POSITIVE_INFINITY),
            real("-.inf", Double.NEGATIVE_INFINITY),
            real("-.Inf", Double.NEGATIVE_INFINITY),
            real("-.INF", Double.NEGATIVE_INFINITY));
    private static final Pattern WHOLE = Pattern.compile(
            "[-+]?(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9][0-9]*))");
    private static final Pattern FRACTION = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** After a leading dot, and only there, an underscore must stand between two digits. */
    private static final Pattern FRACTION_WITH_GAPS =
            Pattern.compile("\\.[0-9]+(?:_[0-9]+)*+(?:[eE][-+]?[0-9]+(?:_[0-9]+)*+)?");

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    /** More digits than any number within bounds has, leading zeros aside. */
    private static final int MOST_DIGITS = Long.SIZE;

    private ScalarResolver() {}

    private static Map.Entry<String, Resolved> word(String text, boolean value) {
        return Map.entry(text, value ? Truth.TRUE : Truth.FALSE);
    }

    private static Map.Entry<String, Resolved> real(String text, double value) {
        return Map.entry(text, new Real(value));
    }

    static Resolved resolve(Node.Scalar scalar) {
        if (scalar.tag().isEmpty()) {
            return scalar.isPlain() ? plain(scalar.text()) : new Text(scalar.text());
        }
        String tag = scalar.tag().startsWith(STANDARD) ? scalar.tag().substring(STANDARD.length()) : "";
        return tagged(tag, scalar.text());
    }

    private static Resolved tagged(String tag, String text) {
        return switch (tag) {
            case "null" -> require(plain(text), Nothing.class, "is not null");
            case "bool" -> require(plain(text), Truth.class, "is not a truth value");
            case "int" -> require(plain(text), Whole.class, "is not a whole number");
            case "float" -> fraction(plain(text));
            case "timestamp" -> Timestamps.isTimestamp(text) ? new Text(text) : new Unresolvable("is not a time");
            case "binary" -> binary(text);
            default -> new Text(text);
        };
    }

    private static Resolved require(Resolved resolved, Class<? extends Resolved> type, String otherwise) {
        return type.isInstance(resolved) ? resolved : new Unresolvable(otherwise);
    }

    /** Upstream turns a whole number into a fraction only where it fits a signed 64 bits. */
    private static Resolved fraction(Resolved resolved) {
        if (resolved instanceof Whole whole && whole.value().bitLength() < Long.SIZE) {
            return new Real(whole.value().doubleValue());
        }
        return require(resolved, Real.class, "is not a fraction");
    }

    private static Resolved binary(String text) {
        String digits = text.replace("\n", "").replace("\r", "");
        if (digits.length() % 4 != 0) {
            return new Unresolvable("is not base64");
        }
        try {
            return new Text(Utf8.repaired(Base64.getDecoder().decode(digits)));
        } catch (IllegalArgumentException notBase64) {
            return new Unresolvable("is not base64");
        }
    }

    /** What the text is by its looks. */
    static Resolved plain(String text) {
        Resolved word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return FRACTION_WITH_GAPS.matcher(text).matches() ? realOrText(text) : new Text(text);
        }
        if (first == '+' || first == '-' || isDigit(first)) {
            return number(text.replace("_", "")).orElseGet(() -> new Text(text));
        }
        return new Text(text);
    }

    private static Resolved realOrText(String text) {
        return real(text.replace("_", "")).<Resolved>map(it -> it).orElseGet(() -> new Text(text));
    }

    private static Optional<Resolved> number(String text) {
        return whole(text).<Resolved>map(it -> it).or(() -> real(text));
    }

    private static Optional<Whole> whole(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return digits(matcher.group("hex"), 16)
                .or(() -> digits(matcher.group("binary"), 2))
                .or(() -> digits(matcher.group("octal"), 8))
                .or(() -> digits(matcher.group("decimal"), 10))
                .map(size -> text.startsWith("-") ? size.negate() : size)
                .filter(value -> isInBounds(value, text))
                .map(Whole::new);
    }

    private static Optional<BigInteger> digits(@Nullable String digits, int radix) {
        if (digits == null) {
            return Optional.empty();
        }
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.length() - first > MOST_DIGITS
                ? Optional.of(MOST.add(BigInteger.ONE))
                : Optional.of(new BigInteger(digits.substring(first), radix));
    }

    /** Upstream reads what a signed 64 bits do not hold without a sign only. */
    private static boolean isInBounds(BigInteger value, String text) {
        return value.compareTo(LEAST) >= 0
                && value.compareTo(MOST) <= 0
                && (value.bitLength() < Long.SIZE || !text.startsWith("+"));
    }

    /** Beyond a double's range it is text; what is too small for it is 0. */
    private static Optional<Real> real(String text) {
        if (!FRACTION.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(new Real(value));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
