package io.mooring.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityArithmeticTest {

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(textBlock = """
            # the format is the first one's
             1, 1Gi,    1G,     BinarySI,        2073741824,               73741824
             2, 1.5Gi,  512Mi,  BinarySI,        2Gi,                      1Gi
             3, 500m,   1,      DecimalSI,       1500m,                    -500m
             4, 1e3,    1k,     DecimalExponent, 2e3,                      0
            # but a zero takes the other's
            10, 0,      1Gi,    BinarySI,        1Gi,                      -1Gi
            11, 0Gi,    1k,     DecimalSI,       1k,                       -1k
            # spellings are not kept
            20, 00001Gi, 0,     BinarySI,        1Gi,                      1Gi
            # beyond a long, without a cap
            30, 7Ei,    7Ei,    BinarySI,        14Ei,                     0
            31, 8E,     8E,     DecimalSI,       16E,                      0
            32, 1e30,   1n,     DecimalExponent, 1000000000000000000000000000000000000001e-9, 999999999999999999999999999999999999999e-9
            33, 9223372036854775807, 1, DecimalSI, 9223372036854775808,    9223372036854775806
            34, -9E,    9E,     DecimalSI,       0,                        -18E
            """)
    void addsAndSubtractsAsUpstream(int row, String a, String b, String format, String sum, String difference) {
        Quantity first = Quantity.parse(a);
        Quantity second = Quantity.parse(b);

        assertThat(first.plus(second)).hasToString(sum);
        assertThat(first.minus(second)).hasToString(difference);
        assertThat(first.plus(second).format()).hasToString(format);
        assertThat(first.minus(second).format()).hasToString(format);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(textBlock = """
             9223372036854775807,  1
             9223372036854775807,  9223372036854775807
             9223372036854775806,  1
             9223372036854775807, -1
             9223372036854775807, -9223372036854775808
            -9223372036854775808, -1
            -9223372036854775808, -9223372036854775808
            -9223372036854775807, -1
            -9223372036854775808,  1
             4611686018427387904,  4611686018427387904
            -4611686018427387904, -4611686018427387904
            -4611686018427387904, -4611686018427387905
            """)
    void addsUpToTheEndOfALongAndBeyond(long a, long b) {
        BigDecimal exact = BigDecimal.valueOf(a).add(BigDecimal.valueOf(b));

        assertThat(Quantity.ofBytes(a).plus(Quantity.ofBytes(b)).toBigDecimal()).isEqualByComparingTo(exact);
        assertThat(Quantity.ofBytes(b).plus(Quantity.ofBytes(a)).toBigDecimal()).isEqualByComparingTo(exact);
    }

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource(textBlock = """
            # a sum of two amounts in an int64 is one
            -1,       -500m,  -2
             1,       -2500m, -2
            -2500m,    1,     -2
            -2048m,    100m,  -2
            # but not of what is held as a decimal
            -1.0Ki,   -0.5,   -1023
            """)
    void sumsAreHeldAsUpstreamHoldsThem(String a, String b, long value) {
        assertThat(Quantity.parse(a).plus(Quantity.parse(b)).upstreamValue()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}: {1} against {2}")
    @CsvSource(textBlock = """
             1, 1Gi,  1G,                      1
             2, 1Gi,  1073741824,              0
             3, 1n,   0,                       1
             4, -1n,  0,                      -1
             5, 1e30, 9223372036854775807,     1
             6, -1e30, -9223372036854775807,  -1
             7, 1e30, 1000000000000000000000000000000, 0
             8, 9223372036854775807n, 9223372036854775808n, -1
             9, 9E,   9000000000000000000,     0
            10, 9E,   9000000000000000001,    -1
            11, -9E,  -9000000000000000001,    1
            12, 1e1000, 1e999,                 1
            """)
    void comparesTheNumbers(int row, String a, String b, int order) {
        assertThat(Quantity.parse(a).compareTo(Quantity.parse(b))).isEqualTo(order);
        assertThat(Quantity.parse(b).compareTo(Quantity.parse(a))).isEqualTo(-order);
        assertThat(Quantity.parse(a).equals(Quantity.parse(b))).isEqualTo(order == 0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
             1, 1500m,                2,                    1500
             2, -1500m,              -2,                   -1500
             3, 1n,                   1,                    1
             4, -1n,                 -1,                   -1
             5, -1.1n,               -1,                   -1
             6, 0.3Gi,                322122548,            322122547200
             7, -563096.7606862168,  -563097,              -563096761
             8, 9223372036854775.807, 9223372036854776,     9223372036854775807
             9, 9P,                   9000000000000000,     9000000000000000000
            """)
    void roundsAwayFromZero(int row, String text, long units, long millis) {
        assertThat(Quantity.parse(text).toUnitsRoundedAwayFromZero()).isEqualTo(units);
        assertThat(Quantity.parse(text).toMillisRoundedAwayFromZero()).isEqualTo(millis);
    }

    @Test
    void refusesUnitsBeyondLong() {
        assertThatThrownBy(() -> Quantity.parse("10E").toUnitsRoundedAwayFromZero())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("10E does not fit a long, counted in whole units");
        assertThatThrownBy(() -> Quantity.parse("9223372036854775807").toMillisRoundedAwayFromZero())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("9223372036854775807 does not fit a long, counted in thousandths");
        assertThat(Quantity.parse("-9223372036854775808").toUnitsRoundedAwayFromZero())
                .isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # right
             1, 1.1n,                  1,                   1
             2, -500m,                -1,                  -500
             3, -1.5Gi,               -1610612736,         -1610612736000
            # one is added to every fraction of a decimal
            10, -1.1n,                 1,                   1
            11, -16475121844.0294u,   -16474,              -16475120
            # wrapped, or 0
            20, 9223372036854775808,  -9223372036854775808, 0
            21, -9223372036854775808,  0,                   0
            22, 22504876255409M,       4058132181699448384, -151514516652971520
            23, 1e30,                  0,                   0
            """)
    void answersValueAsUpstreamDoes(int row, String text, long value, long milli) {
        assertThat(Quantity.parse(text).upstreamValue()).isEqualTo(value);
        assertThat(Quantity.parse(text).upstreamMilliValue()).isEqualTo(milli);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
             1, 100u,      1m
             2, -1.0001,   -1001m
             3, 00001Gi,   00001Gi
             4, 0.0001Ki,  103m
             5, 0.3Gi,     322122547200m
             6, 1e-9,      1e-3
             7, 1.00000000000000000001, 1001m
             8, +5m,       +5m
            """)
    void roundsToMillisAsDefaultingDoes(int row, String text, String rounded) {
        assertThat(Quantity.parse(text).roundAwayFromZeroToMillis()).hasToString(rounded);
    }

    @Test
    void runsTheExampleOfItsDocumentation() {
        Quantity asked = Quantity.parse("1.5Gi");

        assertThat(asked).hasToString("1536Mi");
        assertThat(asked.compareTo(Quantity.parse("2G"))).isEqualTo(-1);
        assertThat(asked.plus(Quantity.parse("512Mi"))).hasToString("2Gi");
        assertThatThrownBy(() -> Quantity.parse("1GB"))
                .isInstanceOf(QuantityFormatException.class)
                .hasMessageEndingWith("did you mean 1G or 1Gi?");
    }

    @Test
    void negates() {
        assertThat(Quantity.parse("00001Gi").negate()).hasToString("-1Gi");
        assertThat(Quantity.parse("1e30").negate()).hasToString("-1e30");
        assertThat(Quantity.ZERO.negate()).hasToString("0");
        assertThat(Quantity.parse("1500m").negate().upstreamValue()).isEqualTo(-2);
        assertThat(Quantity.parse("-1n").signum()).isEqualTo(-1);
        assertThat(Quantity.parse("Gi").isZero()).isTrue();
    }
}
