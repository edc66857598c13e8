package io.mooring.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # plain numbers and decimal suffixes
             1, 0,                        0,                      DecimalSI,       0
             2, -0,                       0,                      DecimalSI,       0
             3, 1500m,                    1500m,                  DecimalSI,       1.5
             4, 0.5,                      500m,                   DecimalSI,       0.5
             5, 1.50,                     1500m,                  DecimalSI,       1.5
             6, 1000k,                    1M,                     DecimalSI,       1000000
             7, 1000000000,               1G,                     DecimalSI,       1000000000
             8, 9.3E,                     9300P,                  DecimalSI,       9300000000000000000
            # binary suffixes
            10, 1Gi,                      1Gi,                    BinarySI,        1073741824
            11, 1024Mi,                   1Gi,                    BinarySI,        1073741824
            12, 1.5Gi,                    1536Mi,                 BinarySI,        1610612736
            13, 0.3Gi,                    322122547200m,          BinarySI,        322122547.2
            14, 0.5Ki,                    512,                    BinarySI,        512
            15, 0.0001Ki,                 102400u,                DecimalSI,       0.1024
            16, 7Ei,                      7Ei,                    BinarySI,        8070450532247928832
            17, 0.00097656249999Ki,       1,                      BinarySI,        1
            # exponents
            20, 1e3,                      1e3,                    DecimalExponent, 1000
            21, 1E3,                      1E3,                    DecimalExponent, 1000
            22, 1.5e3,                    1500,                   DecimalExponent, 1500
            23, 5e-1,                     500e-3,                 DecimalExponent, 0.5
            24, 1e19,                     10e18,                  DecimalExponent, 10000000000000000000
            # kept spellings
            30, 00001Gi,                  00001Gi,                BinarySI,        1073741824
            31, 00008Gi,                  8Gi,                    BinarySI,        8589934592
            32, +5,                       +5,                     DecimalSI,       5
            33, 1.,                       1.,                     DecimalSI,       1
            34, 007,                      007,                    DecimalSI,       7
            35, 1e0000003,                1e0000003,              DecimalExponent, 1000
            # numbers that are not there
            40, Gi,                       0,                      BinarySI,        0
            41, .,                        0,                      DecimalSI,       0
            42, -,                        0,                      DecimalSI,       0
            43, e3,                       0,                      DecimalExponent, 0
            44, E,                        0,                      DecimalSI,       0
            # rounded away from zero at nano
            50, 0.1n,                     1n,                     DecimalSI,       0.000000001
            51, -1.1n,                    -2n,                    DecimalSI,       -0.000000002
            52, 1e-1000,                  1e-9,                   DecimalExponent, 0.000000001
            53, 1.00000000000000000001,   1000000001n,            DecimalSI,       1.000000001
            # capped with a binary suffix, and only there
            60, 8Ei,                      9223372036854775807,    BinarySI,        9223372036854775807
            61, -9223372036854775807Ki,   -9223372036854775807,   BinarySI,        -9223372036854775807
            62, 9223372036854775808,      9223372036854775808,    DecimalSI,       9223372036854775808
            # no suffix beyond E
            70, 1000E,                    1,                      DecimalSI,       1e21
            """)
    void readsAndWritesAsUpstream(int row, String text, String written, String format, BigDecimal exact) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity).hasToString(written);
        assertThat(quantity.format()).hasToString(format);
        assertThat(quantity.toBigDecimal()).isEqualByComparingTo(exact);
    }

    @Test
    void keepsSpellingApartFromCanonicalText() {
        Quantity spelled = Quantity.parse("00001Gi");

        assertThat(spelled.toCanonicalString()).isEqualTo("1Gi");
        assertThat(spelled).isEqualTo(Quantity.parse("1Gi"));
        assertThat(spelled.hasSameTextAs(Quantity.parse("1Gi"))).isFalse();
        assertThat(Quantity.parse("1024Mi").hasSameTextAs(Quantity.parse("1Gi")))
                .isTrue();
        assertThat(Quantity.parse("1073741824").hasSameTextAs(Quantity.parse("1Gi")))
                .isFalse();
    }

    @Test
    void isTheSameNumberHoweverWritten() {
        assertThat(Quantity.parse("1Gi"))
                .isEqualTo(Quantity.parse("1024Mi"))
                .isEqualTo(Quantity.parse("1073741824"))
                .isEqualTo(Quantity.parse("1.073741824e9"))
                .isEqualTo(Quantity.parse("1073741824000000000n"))
                .hasSameHashCodeAs(Quantity.parse("1073741824000000000n"))
                .isNotEqualTo(Quantity.parse("1G"));
    }

    @Test
    void differentNumbersMostlyHaveDifferentHashCodes() {
        assertThat(LongStream.range(0, 1000).mapToObj(Quantity::ofBytes).map(Quantity::hashCode))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1024, 1Ki", "1000, 1k", "1073741825, 1073741825", "-2048, -2Ki"})
    void writesBytesWithBinarySuffixes(long bytes, String text) {
        assertThat(Quantity.ofBytes(bytes)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "DECIMAL_SI, 9223372036854775807",
        "DECIMAL_EXPONENT, 9223372036854775807",
        "BINARY_SI, 9223372036854775807"
    })
    void writesTheLargestLong(QuantityFormat format, String text) {
        assertThat(Quantity.of(Long.MAX_VALUE, format)).hasToString(text);
    }

    @Test
    void writesTheSmallestLong() {
        assertThat(Quantity.ofBytes(Long.MIN_VALUE)).hasToString("-8Ei");
        assertThat(Quantity.ofBytes(Long.MIN_VALUE).negate()).hasToString("8Ei");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"1Gi,1Gi", " 1Gi,1Gi", "1Gi ,1Gi", "\u00a0\u20031Gi\u3000,1Gi"})
    void decodesWithoutTheSpacesAround(String json, String text) {
        assertThat(Quantity.decode(json)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "5",
                "+5",
                "-5",
                "007",
                "1.",
                ".5",
                "10Gi",
                "1.5Gi",
                "-0.5Gi",
                "500m",
                "1n",
                "2E",
                "7Ei",
                "0.25Ti",
                "999999999999999999",
                "-999999999999999999",
                "0.000000001",
                "123456789.012345678",
                "+0000999999999999999Ki",
                "99999999999Ki",
                "-99999999Mi",
                "1.123456789Ki",
                "00000000000000000005Mi",
                "1e3",
                "1E9",
                "-5e-3",
                "2.5e+06",
                "1e-9",
                "12e99",
                "e4"
            })
    void readsWhatManifestsHoldInOnePass(String text) {
        Quantity thorough = AnyText.parse(text);

        assertThat(CommonText.parse(text))
                .isNotNull()
                .isEqualTo(thorough)
                .hasToString(thorough.toString())
                .returns(thorough.format(), Quantity::format)
                .returns(thorough.upstreamMilliValue(), Quantity::upstreamMilliValue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1e100",
                "1e-10",
                "1e",
                "1e+",
                "1e3i",
                "1GB",
                "1Gib",
                "abc",
                "1..5",
                "1000000000000000000",
                "1.0000000001",
                "0.1n",
                "9223372036854775807Ki",
                "8Ei",
                "1.1234567890Ki",
                "000000000000000000000005"
            })
    void leavesTheOthersToTheThoroughReader(String text) {
        assertThat(CommonText.parse(text)).isNull();
    }
}
