package io.mooring.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount and the way it is written, as Kubernetes v1.37.2 counts: {@code 10Gi}, {@code 500m}, {@code 1e3}.
 *
 * <pre>{@code
 * Quantity asked = Quantity.parse("1.5Gi");
 * asked.toString();                                   // 1536Mi
 * asked.compareTo(Quantity.parse("2G"));              // -1
 * asked.plus(Quantity.parse("512Mi")).toString();     // 2Gi
 * Quantity.parse("1GB");                              // QuantityFormatException: did you mean 1G or 1Gi?
 * }</pre>
 *
 * <p>Equality and order are of the <em>number</em>: {@code 1Gi}, {@code 1024Mi} and {@code 1073741824} are equal, have
 * one hash code and compare as 0. {@link #hasSameTextAs} tells them apart. Immutable and safe between threads.
 *
 * <p>Models {@code Quantity} of {@code k8s.io/apimachinery/pkg/api/resource}.
 */
public final class Quantity implements Comparable<Quantity> {
    /** The longest text that is read, in chars. Upstream has no limit. */
    public static final int MAX_LENGTH = 1000;

    /**
     * The largest exponent that is read, either way: {@code 1e1000}, {@code 1e-1000}. Upstream has no limit, and hangs
     * or exhausts memory somewhere beyond.
     */
    public static final int MAX_EXPONENT = 1000;

    /** Below ten to this power every amount has a suffix that is large enough. */
    private static final int BEYOND_SUFFIXES = 21;

    /** Nothing, written {@code 0}. */
    public static final Quantity ZERO = new Quantity(0, 0, QuantityFormat.DECIMAL_SI, "0");

    /** The finest power of ten: smaller fractions are rounded away from zero when read. */
    static final int NANO = -9;

    private static final int MILLI = -3;

    /** The {@link #decimalScale} of an amount that upstream holds in an int64. */
    private static final short IN_INT64 = Short.MIN_VALUE;

    /** The amount is {@code unscaled * 10^exponent} unless {@link #big} is there. */
    private final long unscaled;

    private final short exponent;

    /**
     * The scale of the arbitrary-precision decimal in which upstream holds this amount. That is not ours, but upstream
     * rounds such amounts differently, see {@link #upstreamValue}.
     */
    private final short decimalScale;

    private final QuantityFormat format;

    /** The amount without trailing zeros, if it fits no long even so. */
    private final @Nullable BigDecimal big;

    /** The spelling that came in if upstream keeps it, else the canonical text once it was asked for. */
    private @Nullable String text;

    private Quantity(long unscaled, int exponent, QuantityFormat format, @Nullable String text) {
        this.unscaled = unscaled;
        this.exponent = (short) exponent;
        this.decimalScale = IN_INT64;
        this.format = format;
        this.big = null;
        this.text = text;
    }

    private Quantity(long unscaled, int exponent, @Nullable BigDecimal big, int decimalScale, QuantityFormat format) {
        this.unscaled = unscaled;
        this.exponent = (short) exponent;
        this.decimalScale = (short) decimalScale;
        this.format = format;
        this.big = big;
        this.text = null;
    }

    static Quantity ofSmall(long unscaled, int exponent, QuantityFormat format, @Nullable String text) {
        return new Quantity(unscaled, unscaled == 0 ? 0 : exponent, format, text);
    }

    /** An amount that fits a long but is none of upstream's int64 amounts. */
    static Quantity ofSmallDecimal(long unscaled, int exponent, int decimalScale, QuantityFormat format) {
        return new Quantity(unscaled, unscaled == 0 ? 0 : exponent, null, decimalScale, format);
    }

    static Quantity ofDecimal(BigDecimal value, int decimalScale, QuantityFormat format) {
        BigDecimal fitted = fitsLong(value) ? value : value.stripTrailingZeros();
        if (!fitsLong(fitted)) {
            return new Quantity(0, 0, fitted, decimalScale, format);
        }
        long unscaled = fitted.unscaledValue().longValue();
        return new Quantity(unscaled, unscaled == 0 ? 0 : -fitted.scale(), null, decimalScale, format);
    }

    private static boolean fitsLong(BigDecimal value) {
        return value.precision() <= SmallAmount.MAX_POWER
                || value.unscaledValue().bitLength() < Long.SIZE;
    }

    /**
     * Reads a quantity as upstream's {@code ParseQuantity} does: a number, then one of {@code n u m k M G T P E}, one
     * of {@code Ki Mi Gi Ti Pi Ei}, or an exponent ({@code e3}, {@code E-3}). Fractions finer than nano are rounded
     * away from zero; an amount with a binary suffix is capped at 2<sup>63</sup>-1 either way. A number may be missing
     * ({@code Gi} reads as 0), as upstream has it.
     *
     * <p>What is read is written as a text that reads as the same; the one exception is {@link #toCanonicalString}'s.
     *
     * @throws QuantityFormatException if the text, or the canonical text of its amount, is no quantity, longer than {@link
     *     #MAX_LENGTH}, or has an exponent beyond {@link #MAX_EXPONENT}
     */
    public static Quantity parse(String text) {
        Quantity common = CommonText.parse(text);
        return common != null ? common : AnyText.parse(text);
    }

    /**
     * Reads the text of a JSON string or number as the API server's decoder does: {@link #parse} without the spaces
     * around it. Tabs and line ends are refused, since JSON carries them escaped and upstream looks at the raw text.
     *
     * @throws QuantityFormatException as {@link #parse} does, of the text without those spaces
     */
    public static Quantity decode(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return parse(text.substring(start, end));
    }

    /** What Go's {@code TrimSpace} drops, as far as JSON leaves it unescaped. */
    private static boolean isSpace(char c) {
        return c == '\u0085' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** A whole number, written in this format. */
    public static Quantity of(long amount, QuantityFormat format) {
        return ofSmall(amount, 0, format, null);
    }

    /** A number of bytes, written with binary suffixes: {@code ofBytes(2048)} is {@code 2Ki}. */
    public static Quantity ofBytes(long bytes) {
        return of(bytes, QuantityFormat.BINARY_SI);
    }

    /** The format in which this is written, and which sums that begin with it inherit. */
    public QuantityFormat format() {
        return format;
    }

    /** -1, 0 or 1 as this is negative, zero or positive. */
    public int signum() {
        return big != null ? big.signum() : Long.signum(unscaled);
    }

    /** Whether this is nothing. */
    public boolean isZero() {
        return unscaled == 0 && big == null;
    }

    /** The exact amount. Its scale is not specified; compare it with {@code compareTo}. */
    public BigDecimal toBigDecimal() {
        return big != null ? big : BigDecimal.valueOf(unscaled, -exponent);
    }

    /**
     * The sum, exact and never capped. It is in the format of this, or of the other if this is zero, and in canonical
     * text.
     */
    public Quantity plus(Quantity other) {
        QuantityFormat format = isZero() ? other.format : this.format;
        return exponent >= other.exponent ? plusFiner(other, format) : other.plusFiner(this, format);
    }

    /** @param finer its exponent is no larger than this one's */
    private Quantity plusFiner(Quantity finer, QuantityFormat format) {
        // Nothing has no exponent of its own.
        int common = finer.unscaled == 0 ? exponent : finer.exponent;
        if (big != null || finer.big != null || !SmallAmount.canShift(unscaled, exponent - common)) {
            return plusByDecimals(finer, format);
        }
        long augend = SmallAmount.shift(unscaled, exponent - common);
        if (!SmallAmount.canAdd(augend, finer.unscaled)) {
            return plusByDecimals(finer, format);
        }
        return decimalScale == IN_INT64 && finer.decimalScale == IN_INT64
                ? ofSmall(augend + finer.unscaled, common, format, null)
                : ofSmallDecimal(augend + finer.unscaled, common, sumScale(finer), format);
    }

    /** The plain way, for any amounts. */
    Quantity plusByDecimals(Quantity other, QuantityFormat format) {
        return ofDecimal(toBigDecimal().add(other.toBigDecimal()), sumScale(other), format);
    }

    private int sumScale(Quantity other) {
        return Math.max(upstreamScale(), other.upstreamScale());
    }

    private int upstreamScale() {
        return decimalScale == IN_INT64 ? -exponent : decimalScale;
    }

    /**
     * The difference, exact and never capped. It is in the format of this, or of the other if this is zero, and in
     * canonical text.
     */
    public Quantity minus(Quantity other) {
        return plus(other.negate());
    }

    /** The same amount with the other sign, in canonical text. */
    public Quantity negate() {
        if (decimalScale == IN_INT64 && unscaled != Long.MIN_VALUE) {
            return ofSmall(-unscaled, exponent, format, null);
        }
        return ofDecimal(toBigDecimal().negate(), upstreamScale(), format);
    }

    /**
     * This rounded away from zero to thousandths, which is what the API server's defaulting does to every resource
     * list. The spelling stays where upstream's {@code RoundUp(Milli)} leaves it.
     */
    public Quantity roundAwayFromZeroToMillis() {
        if (decimalScale != IN_INT64) {
            return ofDecimal(toBigDecimal().setScale(-MILLI, RoundingMode.UP), -MILLI, format);
        }
        if (exponent >= MILLI) {
            return this;
        }
        return ofSmall(SmallAmount.divideAwayFromZero(unscaled, MILLI - exponent), MILLI, format, null);
    }

    /**
     * The whole units, a fraction rounded away from zero: 1 for {@code 500m}, -1 for {@code -500m}.
     *
     * @throws ArithmeticException if they do not fit a long
     */
    public long toUnitsRoundedAwayFromZero() {
        return roundedAwayFromZero(0);
    }

    /**
     * The thousandths, a finer fraction rounded away from zero: 1500 for {@code 1.5}, 1 for {@code 1n}.
     *
     * @throws ArithmeticException if they do not fit a long
     */
    public long toMillisRoundedAwayFromZero() {
        return roundedAwayFromZero(-MILLI);
    }

    private long roundedAwayFromZero(int places) {
        int shift = exponent + places;
        if (big == null && shift <= 0) {
            return SmallAmount.divideAwayFromZero(unscaled, -shift);
        }
        if (big == null && SmallAmount.canShift(unscaled, shift)) {
            return SmallAmount.shift(unscaled, shift);
        }
        BigInteger rounded = toBigDecimal()
                .scaleByPowerOfTen(places)
                .setScale(0, RoundingMode.UP)
                .toBigInteger();
        if (rounded.bitLength() >= Long.SIZE) {
            throw new ArithmeticException(
                    this + " does not fit a long, counted in " + (places == 0 ? "whole units" : "thousandths"));
        }
        return rounded.longValue();
    }

    /**
     * What upstream's {@code Value()} answers, which the API server quotes in some refusals. It is
     * {@link #toUnitsRoundedAwayFromZero}, with two faults: what does not fit a long is wrapped or 0, and a negative
     * fraction is rounded the wrong way if upstream holds the amount as an arbitrary-precision decimal (a fraction
     * with a binary suffix, more than 18 digits, more than nine places): {@code -1.1n} gives 1.
     */
    public long upstreamValue() {
        return upstreamRounded(0);
    }

    /**
     * What upstream's {@code MilliValue()} answers, in thousandths: {@link #toMillisRoundedAwayFromZero} with the
     * faults of {@link #upstreamValue}.
     */
    public long upstreamMilliValue() {
        return upstreamRounded(-MILLI);
    }

    private long upstreamRounded(int places) {
        if (decimalScale == IN_INT64) {
            return UpstreamValue.ofInt64(unscaled, exponent + places);
        }
        BigInteger upstreamUnscaled =
                toBigDecimal().movePointRight(decimalScale).toBigInteger();
        return UpstreamValue.ofDecimal(upstreamUnscaled, decimalScale - places);
    }

    /** The order of the numbers. Allocates nothing for two amounts that each fit a long. */
    @Override
    public int compareTo(Quantity other) {
        if (big == null && other.big == null) {
            return SmallAmount.compare(unscaled, exponent, other.unscaled, other.exponent);
        }
        return toBigDecimal().compareTo(other.toBigDecimal());
    }

    /** Whether the other is a quantity of the same number, however either is written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return big != null ? big.hashCode() : SmallAmount.hash(unscaled, exponent);
    }

    /** Whether the API server would write both alike: {@code 1Gi} and {@code 1024Mi}, but not {@code 1073741824}. */
    public boolean hasSameTextAs(Quantity other) {
        return toString().equals(other.toString());
    }

    /**
     * The text in canonical form: {@code 1Gi} for {@code 00001Gi}. Beyond the suffixes upstream writes none, so that
     * {@code 1000E} reads {@code 1}; only there the text does not parse back to the same number.
     */
    public String toCanonicalString() {
        return big != null ? CanonicalText.of(big, format) : CanonicalText.of(unscaled, exponent, format);
    }

    /**
     * What is read of the text that v1.37 writes for this, and so what is stored: {@code 1} of {@code 1000E}, {@code 2k} of
     * {@code 1.953125Ki}, which is written {@code 2000}; this itself of all that is written with a suffix of its format.
     */
    public Quantity readBack() {
        return isWrittenAsItself() ? this : parse(toString());
    }

    /**
     * What is read of the text that v1.38 writes for this, which loses nothing: where no suffix is large enough, it has an
     * exponent. {@code 1e21} of {@code 1000E}, {@code 1180591620717411303424} of 1024Ei; elsewhere as {@link #readBack}.
     */
    public Quantity readBackInFull() {
        return isWrittenInFull() ? readBack() : parse(CanonicalText.of(stripped(), QuantityFormat.DECIMAL_EXPONENT));
    }

    /**
     * A text that reads as this very amount, however large: {@code 1000E} of {@code 1000E}. Elsewhere it is {@link #toString}.
     */
    public String toExactString() {
        if (isWrittenInFull()) {
            return toString();
        }
        return format == QuantityFormat.DECIMAL_SI
                ? stripped().scaleByPowerOfTen(-Suffix.EXA.exponent).toPlainString() + Suffix.EXA.text
                : CanonicalText.of(stripped(), QuantityFormat.DECIMAL_EXPONENT);
    }

    /** Whether {@link #toString} reads as this amount in this format. */
    private boolean isWrittenAsItself() {
        return switch (format) {
            case DECIMAL_SI -> isWrittenInFull();
            case DECIMAL_EXPONENT -> toString().indexOf('e') > 0 || toString().indexOf('E') > 0;
            case BINARY_SI -> toString().endsWith("i");
        };
    }

    /** Whether {@link #toString} reads as this amount. */
    private boolean isWrittenInFull() {
        if (big == null && exponent < BEYOND_SUFFIXES - SmallAmount.MAX_POWER) {
            return true;
        }
        return switch (format) {
            case DECIMAL_EXPONENT -> true;
            case DECIMAL_SI -> toBigDecimal().signum() == 0 || -stripped().scale() < BEYOND_SUFFIXES;
            case BINARY_SI -> CanonicalText.hasBinarySuffix(stripped());
        };
    }

    private BigDecimal stripped() {
        return toBigDecimal().stripTrailingZeros();
    }

    /**
     * What the API server writes for this: the spelling that came in where upstream keeps it ({@code 00001Gi},
     * {@code +5}), else {@link #toCanonicalString}.
     */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = toCanonicalString();
            text = known;
        }
        return known;
    }
}
