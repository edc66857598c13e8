package io.mooring.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityLawTest {
    private static final BigDecimal NANO = new BigDecimal("1e-9");
    private static final BigDecimal NO_SUFFIX_FROM_HERE = new BigDecimal("1e21");

    @Provide
    Arbitrary<Quantity> quantities() {
        return texts().map(Quantity::parse);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.of("", "", "-", "+");
        Arbitrary<String> suffixes = Arbitraries.of(
                "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e0", "e3", "E-3",
                "e-12", "e20", "e+07");
        return Combinators.combine(signs, numbers(), suffixes).as((sign, number, suffix) -> sign + number + suffix);
    }

    private static Arbitrary<String> numbers() {
        Arbitrary<String> whole = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 2000).map(String::valueOf),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(22),
                Arbitraries.integers()
                        .between(1, 64)
                        .map(shift -> BigInteger.ONE.shiftLeft(shift).toString()));
        Arbitrary<String> fractions = Arbitraries.oneOf(
                Arbitraries.just(""),
                Arbitraries.strings().numeric().ofMaxLength(12).map(digits -> "." + digits));
        return Combinators.combine(whole, fractions).as(String::concat);
    }

    @Property
    void ordersAsTheExactNumbersDo(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.compareTo(b)).isEqualTo(a.toBigDecimal().compareTo(b.toBigDecimal()));
        assertThat(b.compareTo(a)).isEqualTo(b.toBigDecimal().compareTo(a.toBigDecimal()));
        assertThat(a.signum()).isEqualTo(a.toBigDecimal().signum());
    }

    @Property
    void orderIsTransitive(
            @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b, @ForAll("quantities") Quantity c) {
        List<Quantity> sorted = List.of(a, b, c).stream().sorted().toList();

        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
    }

    @Property
    void equalsAndHashCodeFollowTheOrder(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
        assertThat(!a.equals(b) || a.hashCode() == b.hashCode()).isTrue();
    }

    @Property
    void anotherSpellingIsEqual(@ForAll("quantities") Quantity a) {
        Quantity respelled = Quantity.parse(a.toBigDecimal().setScale(9).toPlainString());

        assertThat(respelled).isEqualTo(a).hasSameHashCodeAs(a).isEqualByComparingTo(a);
    }

    @Property
    void readsBackWhatItWrites(@ForAll("quantities") Quantity a) {
        Assume.that(isWritable(a));

        assertThat(Quantity.parse(a.toString())).isEqualTo(a);
        assertThat(Quantity.parse(a.toCanonicalString()).toCanonicalString()).isEqualTo(a.toCanonicalString());
    }

    /** What is stored once is stored so ever after. */
    @Property
    void whatIsReadBackStays(@ForAll("quantities") Quantity a) {
        Quantity stored = a.readBack();
        Quantity inFull = a.readBackInFull();

        assertThat(stored.readBack()).isSameAs(stored);
        assertThat(stored.readBackInFull()).isSameAs(stored);
        assertThat(inFull.readBackInFull()).isSameAs(inFull);
        assertThat(inFull.readBack()).isSameAs(inFull);
        assertThat(Quantity.parse(inFull.toString())).isEqualTo(a).hasToString(inFull.toString());
        assertThat(Quantity.parse(a.toExactString())).isEqualTo(a);
        assertThat(!isWritable(a) || stored.equals(a)).isTrue();
    }

    private static boolean isWritable(Quantity a) {
        return a.format() == QuantityFormat.DECIMAL_EXPONENT
                || a.toBigDecimal().abs().compareTo(NO_SUFFIX_FROM_HERE) < 0;
    }

    @Property
    void additionCommutes(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).toBigDecimal())
                .isEqualByComparingTo(a.toBigDecimal().add(b.toBigDecimal()));
    }

    /** Upstream holds a fraction with a binary suffix as a decimal, and so the sum of one and anything. */
    @Property
    void addingInLongsIsAddingInDecimals(@ForAll("binaryFractions") Quantity a, @ForAll("quantities") Quantity b) {
        assertIsPlain(a, b);
        assertIsPlain(b, a);
    }

    private static void assertIsPlain(Quantity a, Quantity b) {
        Quantity sum = a.plus(b);
        Quantity plain = a.plusByDecimals(b, sum.format());
        assertThat(sum).isEqualTo(plain).hasToString(plain.toString());
        assertThat(sum.upstreamValue()).isEqualTo(plain.upstreamValue());
        assertThat(sum.upstreamMilliValue()).isEqualTo(plain.upstreamMilliValue());
    }

    @Provide
    Arbitrary<Quantity> binaryFractions() {
        Arbitrary<String> signs = Arbitraries.of("", "-");
        Arbitrary<Integer> whole = Arbitraries.integers().between(0, 2000);
        Arbitrary<String> suffixes = Arbitraries.of("Ki", "Mi", "Gi", "Ti", "Pi");
        return Combinators.combine(signs, whole, suffixes)
                .as((sign, number, suffix) -> Quantity.parse(sign + number + ".7" + suffix));
    }

    @Property
    void additionAssociates(
            @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b, @ForAll("quantities") Quantity c) {
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    }

    @Property
    void subtractionUndoesAddition(@ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(b)).isEqualTo(a.plus(b.negate()));
        assertThat(a.minus(a)).isEqualTo(Quantity.ZERO);
        assertThat(a.negate().negate()).isEqualTo(a);
    }

    @Property
    void additionKeepsTheOrder(
            @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b, @ForAll("quantities") Quantity c) {
        assertThat(a.plus(c).compareTo(b.plus(c))).isEqualTo(a.compareTo(b));
    }

    @Property
    void addingTakesTheFormatOfTheFirstThatIsNotZero(
            @ForAll("quantities") Quantity a, @ForAll("quantities") Quantity b) {
        QuantityFormat expected = a.isZero() ? b.format() : a.format();

        assertThat(a.plus(b).format()).isEqualTo(expected);
        assertThat(a.minus(b).format()).isEqualTo(expected);
    }

    @Property
    void readingRoundsAwayFromZeroByLessThanNano(@ForAll("texts") String text) {
        Assume.that(!text.contains("i"));
        BigDecimal written = new BigDecimal(withExponent(text));
        BigDecimal read = Quantity.parse(text).toBigDecimal();

        assertThat(read.abs()).isGreaterThanOrEqualTo(written.abs());
        assertThat(read.subtract(written).abs()).isLessThan(NANO);
        assertThat(read.signum()).isEqualTo(written.signum());
    }

    private static String withExponent(String text) {
        for (Suffix suffix : Suffix.values()) {
            if (suffix != Suffix.NONE && text.endsWith(suffix.text)) {
                return text.substring(0, text.length() - suffix.text.length()) + "e" + suffix.exponent;
            }
        }
        return text;
    }

    @Property
    void binaryAmountsAreCapped(@ForAll("texts") String text) {
        Assume.that(text.contains("i"));

        assertThat(Quantity.parse(text).toBigDecimal().abs()).isLessThanOrEqualTo(BigDecimal.valueOf(Long.MAX_VALUE));
    }

    @Property
    void wholeNumbersAreRoundedAwayFromZero(@ForAll("quantities") Quantity a) {
        BigDecimal exact = a.toBigDecimal();
        Assume.that(exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1000)) < 0);

        assertThat(a.toUnitsRoundedAwayFromZero()).isEqualTo(up(exact));
        assertThat(a.toMillisRoundedAwayFromZero()).isEqualTo(up(exact.movePointRight(3)));
        assertThat(a.roundAwayFromZeroToMillis().toBigDecimal())
                .isEqualByComparingTo(exact.setScale(3, RoundingMode.UP));
    }

    @Property
    void upstreamRoundsPositiveAmountsAsItSays(@ForAll("quantities") Quantity a) {
        BigDecimal exact = a.toBigDecimal();
        Assume.that(a.signum() >= 0 && exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1000)) < 0);

        assertThat(a.upstreamValue()).isEqualTo(a.toUnitsRoundedAwayFromZero());
        assertThat(a.upstreamMilliValue()).isEqualTo(a.toMillisRoundedAwayFromZero());
    }

    private static long up(BigDecimal number) {
        return number.setScale(0, RoundingMode.UP).longValueExact();
    }

    @Property
    void bothReadersAgree(@ForAll("texts") String text) {
        Quantity thorough = AnyText.parse(text);
        Quantity quick = Objects.requireNonNullElse(CommonText.parse(text), thorough);

        assertThat(quick).isEqualTo(thorough).hasToString(thorough.toString());
        assertThat(quick.format()).isEqualTo(thorough.format());
        assertThat(quick.upstreamValue()).isEqualTo(thorough.upstreamValue());
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll("nearlyQuantities") String text) {
        try {
            assertThat(Quantity.parse(text).toString()).isNotEmpty();
        } catch (QuantityFormatException refused) {
            assertThat(refused.problem().text()).isEqualTo(text);
            assertThat(text.startsWith(
                            refused.problem().part(), refused.problem().index()))
                    .isTrue();
            assertThat(refused.problem().suggestions()).allSatisfy(Quantity::parse);
        }
    }

    @Provide
    Arbitrary<String> nearlyQuantities() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0129.+-eEinumkKMGTPBbgx ,_\"'").ofMaxLength(8),
                Arbitraries.strings().ofMaxLength(6));
    }
}
