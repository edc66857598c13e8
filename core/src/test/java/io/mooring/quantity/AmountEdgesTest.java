package io.mooring.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where 64 bits end, and where a rule begins to hold. */
class AmountEdgesTest {
    /** As upstream computes: a fraction counts as one more, the low 64 bits are the answer. */
    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 0, 9223372036854775807",
        "9223372036854775808, 0, -9223372036854775808",
        "5, -2, 500",
        "1, -18, 1000000000000000000",
        "1, -19, -9223372036854775808",
        "15, 1, 2",
        "20, 1, 2",
        "-15, 1, 0",
        "-20, 1, -2",
        "9223372036854775807, 1, 922337203685477581",
        "1, 18, 1",
        "1000000000000000000, 18, 1",
        "1, 19, 1",
        "0, 19, 0",
        "-15000000000000000000, 19, -1",
        "15000000000000000000, 19, 2",
        "20000000000000000000, 19, 2"
    })
    void anAmountInADecimalIsRoundedAsUpstreamRounds(BigInteger unscaled, int dropped, long value) {
        assertThat(UpstreamValue.ofDecimal(unscaled, dropped)).isEqualTo(value);
    }

    /** Powers that upstream multiplies by at once wrap, the others give 0. */
    @ParameterizedTest
    @CsvSource({
        "7, 0, 7",
        "15, -1, 2",
        "-15, -1, -2",
        "9223372036854775807, 3, -1000",
        "9223372036854775807, 4, 0",
        "9223372036854775807, 6, -1000000",
        "9223372036854775807, 9, -1000000000",
        "9223372036854775807, 10, 0",
        "9, 18, 9000000000000000000",
        "1, 19, 0"
    })
    void anAmountInALongWrapsWhereUpstreamMultipliesAtOnce(long unscaled, int shift, long value) {
        assertThat(UpstreamValue.ofInt64(unscaled, shift)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 19, true",
        "10, 19, false",
        "1000000000000000000, 18, true",
        "1000000000000000001, 18, false",
        "30, 1, true",
        "31, 1, false"
    })
    void isAMultipleOfAPowerOfTen(long value, int power, boolean isMultiple) {
        assertThat(SmallAmount.isMultiple(value, power)).isEqualTo(isMultiple);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 19, 1",
        "-5, 19, -1",
        "0, 19, 0",
        "5, 18, 1",
        "2000000000000000000, 18, 2",
        "-15, 1, -2",
        "-20, 1, -2"
    })
    void aFractionIsRoundedAwayFromZero(long value, int power, long divided) {
        assertThat(SmallAmount.divideAwayFromZero(value, power)).isEqualTo(divided);
    }

    @ParameterizedTest
    @CsvSource({
        "999P, 999P",
        "1E, 1E",
        "1001E, 1001E",
        "1000E, 1e21",
        "-999P, -999P",
        "-1E, -1E",
        "-1000E, -1e21",
        "0, 0"
    })
    void isWrittenWithItsMagnitude(String text, String written) {
        assertThat(Quantity.parse(text).readBackInFull()).hasToString(written);
    }

    @Test
    void isWrittenWithItsMagnitudeBeyondTheLargestBinarySuffix() {
        Quantity large = Quantity.parse("1Ei");
        for (int i = 0; i < 10; i++) {
            large = large.plus(large);
        }
        assertThat(large.readBackInFull()).hasToString("1180591620717411303424");
        assertThat(large.negate().readBackInFull()).hasToString("-1180591620717411303424");
    }

    /** The fraction is upstream's tenth, which its sum has too. */
    @Test
    void aSumKeepsThePlacesOfTheAmountThatWasInALong() {
        Quantity sum = Quantity.parse("12345678901234567891").plus(Quantity.parse("0.5"));
        assertThat(sum.upstreamValue()).isEqualTo(-6101065172474983724L);
    }

    @ParameterizedTest
    @CsvSource({"1Ki, 1Ki", "-1Ki, -1Ki", "01023, 1023", "-01024, -1024"})
    void isBinaryFromTheSmallestSuffixOn(String text, String canonical) {
        assertThat(Quantity.parse(text).toCanonicalString()).isEqualTo(canonical);
        assertThat(Quantity.ofBytes(-1024).toCanonicalString()).isEqualTo("-1Ki");
        assertThat(Quantity.ofBytes(-1023).toCanonicalString()).isEqualTo("-1023");
    }

    @ParameterizedTest
    @CsvSource({"1\u0080", "1\u007f", "1\u0080i"})
    void noLetterBeyondAsciiIsASuffix(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).isInstanceOf(QuantityFormatException.class);
    }
}
