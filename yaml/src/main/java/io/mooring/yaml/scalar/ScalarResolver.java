package io.mooring.yaml.scalar;

import io.mooring.yaml.scalar.ResolvedScalar.Fraction;
import io.mooring.yaml.scalar.ResolvedScalar.Invalid;
import io.mooring.yaml.scalar.ResolvedScalar.Null;
import io.mooring.yaml.scalar.ResolvedScalar.Text;
import io.mooring.yaml.scalar.ResolvedScalar.Truth;
import io.mooring.yaml.scalar.ResolvedScalar.Whole;
import io.mooring.yaml.text.Unicode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a scalar is, as the API server does: YAML 1.1 without base 60, with Go's {@code 0o}, and with dates as text.
 * Models {@code resolve} of go.yaml.in/yaml v2.4.
 *
 * <pre>
 *   plain text                                                   is
 *   '' ~ null Null NULL                                          null
 *   y Y yes Yes YES on On ON true True TRUE (and their opposites) a truth value
 *   digit or sign first, _ left out: 0b11 017 0o17 0xF 15        a whole number, from -2^63 to 2^64-1
 *   digit, sign or dot first: 1.5 .5 5. 1e3, larger whole numbers a fraction
 *   .inf .nan                                                    a fraction that JSON cannot say
 *   anything else: 1:30 2026-11-23 1e400 0b12                    text
 * </pre>
 */
public final class ScalarResolver {
    private static final String STANDARD_TAG = "tag:yaml.org,2002:";
    private static final Map<String, ResolvedScalar> WORDS = words();

    private static final Pattern WHOLE = Pattern.compile(
            "[-+]?(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9][0-9]*))");
    private static final Pattern FRACTION = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** Go's ParseFloat itself reads what begins with a dot, and takes an underscore between two digits only. */
    private static final Pattern FRACTION_FROM_DOT =
            Pattern.compile("\\.[0-9]+(?:_[0-9]+)*+(?:[eE][-+]?[0-9]+(?:_[0-9]+)*+)?");

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    /** No number within the bounds has more digits, leading zeros aside. */
    private static final int MOST_DIGITS = Long.SIZE;

    /** What a number may end with, the underscores that are passed over included. */
    private static final String NUMBER_ENDS = "0123456789abcdefABCDEF._";

    private static final int LONGEST_WORD =
            WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private ScalarResolver() {}

    private static Map<String, ResolvedScalar> words() {
        Map<String, ResolvedScalar> words = new HashMap<>();
        putAll(words, Truth.TRUE, "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE");
        putAll(words, Truth.FALSE, "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE");
        putAll(words, Null.NULL, "", "~", "null", "Null", "NULL");
        putAll(words, new Fraction(Double.NaN), ".nan", ".NaN", ".NAN");
        putAll(words, new Fraction(Double.POSITIVE_INFINITY), ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF");
        putAll(words, new Fraction(Double.NEGATIVE_INFINITY), "-.inf", "-.Inf", "-.INF");
        return Map.copyOf(words);
    }

    private static void putAll(Map<String, ResolvedScalar> words, ResolvedScalar meaning, String... spellings) {
        List.of(spellings).forEach(spelling -> words.put(spelling, meaning));
    }

    /** What a scalar with an explicit tag is: the tag decides, and the text must fit it. Unknown tags make text. */
    public static ResolvedScalar tagged(String tag, String text) {
        String standard = tag.startsWith(STANDARD_TAG) ? tag.substring(STANDARD_TAG.length()) : "";
        return switch (standard) {
            case "null" -> require(Null.class, plain(text), "is not null");
            case "bool" -> require(Truth.class, plain(text), "is not a truth value");
            case "int" -> require(Whole.class, plain(text), "is not a whole number");
            case "float" -> toFraction(plain(text));
            case "timestamp" -> Timestamps.isTimestamp(text) ? new Text(text) : new Invalid("is not a time");
            case "binary" -> binary(text);
            default -> new Text(text);
        };
    }

    private static ResolvedScalar require(Class<? extends ResolvedScalar> type, ResolvedScalar scalar, String fault) {
        return type.isInstance(scalar) ? scalar : new Invalid(fault);
    }

    /** Upstream turns a whole number into a fraction only if it fits an int64. */
    private static ResolvedScalar toFraction(ResolvedScalar scalar) {
        if (scalar instanceof Whole whole && whole.value().bitLength() < Long.SIZE) {
            return new Fraction(whole.value().doubleValue());
        }
        return require(Fraction.class, scalar, "is not a fraction");
    }

    /** Go's base64 decoder passes over line breaks and demands the padding. */
    private static ResolvedScalar binary(String text) {
        String digits = text.replace("\n", "").replace("\r", "");
        if (digits.length() % 4 != 0) {
            return new Invalid("is not base64");
        }
        try {
            return new Text(Unicode.decodeReplacing(Base64.getDecoder().decode(digits)));
        } catch (IllegalArgumentException notBase64) {
            return new Invalid("is not base64");
        }
    }

    /** True of a scalar without quotes and without a tag whose looks tell at once that it is text. */
    public static boolean isPlainlyText(String text) {
        if (text.length() <= LONGEST_WORD && WORDS.containsKey(text)) {
            return false;
        }
        char first = text.charAt(0);
        boolean beginsNumber = isDigit(first) || first == '+' || first == '-' || first == '.';
        return !beginsNumber || NUMBER_ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /** What a scalar without quotes and without a tag is: its looks decide. */
    public static ResolvedScalar plain(String text) {
        ResolvedScalar word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return FRACTION_FROM_DOT.matcher(text).matches()
                    ? fractionOrText(text.replace("_", ""), text)
                    : new Text(text);
        }
        if (first == '+' || first == '-' || isDigit(first)) {
            return number(text);
        }
        return new Text(text);
    }

    private static ResolvedScalar number(String text) {
        String digits = text.replace("_", "");
        Optional<ResolvedScalar> whole = parseWhole(digits).map(Whole::new);
        return whole.orElseGet(() -> fractionOrText(digits, text));
    }

    private static Optional<BigInteger> parseWhole(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return magnitude(matcher.group("hex"), 16)
                .or(() -> magnitude(matcher.group("binary"), 2))
                .or(() -> magnitude(matcher.group("octal"), 8))
                .or(() -> magnitude(matcher.group("decimal"), 10))
                .map(magnitude -> text.startsWith("-") ? magnitude.negate() : magnitude)
                .filter(value -> isWithinBounds(value, text));
    }

    /** Empty if there are no digits; beyond the bounds if there are too many to be worth reading. */
    private static Optional<BigInteger> magnitude(@Nullable String digits, int radix) {
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

    /** Upstream reads numbers from 2^63 on with ParseUint, which takes no sign. */
    private static boolean isWithinBounds(BigInteger value, String text) {
        return value.compareTo(LEAST) >= 0
                && value.compareTo(MOST) <= 0
                && (value.bitLength() < Long.SIZE || !text.startsWith("+"));
    }

    /** A number beyond a double's range is text; one that is too small for it is 0. */
    private static ResolvedScalar fractionOrText(String digits, String text) {
        if (!FRACTION.matcher(digits).matches()) {
            return new Text(text);
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? new Text(text) : new Fraction(value);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
