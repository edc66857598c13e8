package io.mooring.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityProblemTest {
    private static final String FORMAT_ERROR =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private static final String SUFFIX_ERROR = "unable to parse quantity's suffix";
    private static final String NUMERIC_ERROR = "unable to parse numeric part of quantity";

    @ParameterizedTest(name = "{0}: <{1}>")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             1 | 1GB      | UnknownSuffix       | 1 | GB      | FORMAT | 1G or 1Gi
             2 | 1gb      | UnknownSuffix       | 1 | gb      | FORMAT | 1G or 1Gi
             3 | 1gi      | UnknownSuffix       | 1 | gi      | FORMAT | 1Gi
             4 | 1GiB     | UnknownSuffix       | 1 | GiB     | FORMAT | 1Gi
             5 | 1Kb      | UnknownSuffix       | 1 | Kb      | FORMAT | 1k or 1Ki
             6 | 1K       | UnknownSuffix       | 1 | K       | SUFFIX | 1k or 1Ki
             7 | 1mi      | UnknownSuffix       | 1 | mi      | SUFFIX | 1Mi
             8 | 1B       | UnknownSuffix       | 1 | B       | FORMAT | 1
             9 | 1U       | UnknownSuffix       | 1 | U       | FORMAT | 1u
            10 | 1e       | UnknownSuffix       | 1 | e       | SUFFIX | ``
            11 | 1e+      | UnknownSuffix       | 1 | e+      | SUFFIX | ``
            12 | 1Gi5     | UnknownSuffix       | 1 | Gi5     | SUFFIX | ``
            13 | 0x10     | UnknownSuffix       | 1 | x10     | FORMAT | ``
            14 | NaN      | UnknownSuffix       | 0 | NaN     | FORMAT | ``
            20 | `1 Gi`   | UnexpectedCharacter | 1 | ` `     | FORMAT | 1Gi
            21 | ` 1Gi`   | UnexpectedCharacter | 0 | ` `     | FORMAT | 1Gi
            22 | `1Gi `   | UnexpectedCharacter | 3 | ` `     | FORMAT | 1Gi
            23 | `10 GB`  | UnexpectedCharacter | 2 | ` `     | FORMAT | 10G or 10Gi
            24 | 1,5Gi    | UnexpectedCharacter | 1 | ,       | FORMAT | 1.5Gi
            25 | 1,500Mi  | UnexpectedCharacter | 1 | ,       | FORMAT | 1.500Mi or 1500Mi
            26 | 1,000,000 | UnexpectedCharacter | 1 | ,      | FORMAT | 1000000
            27 | 1_000    | UnexpectedCharacter | 1 | _       | FORMAT | 1000
            28 | 1..5     | UnexpectedCharacter | 2 | .       | FORMAT | ``
            29 | --1      | UnexpectedCharacter | 1 | -       | SUFFIX | ``
            30 | 512-3    | UnexpectedCharacter | 3 | -       | SUFFIX | ``
            31 | 1e1.5    | UnexpectedCharacter | 3 | .       | FORMAT | ``
            32 | "1"      | UnexpectedCharacter | 0 | "       | FORMAT | 1
            33 | 1😀      | UnexpectedCharacter | 1 | 😀      | FORMAT | ``
            40 | Ei       | NoDigits            | 0 | ``      | NUMERIC | ``
            41 | -.e-10   | NoDigits            | 2 | ``      | NUMERIC | ``
            50 | 1e1001   | ExponentTooLarge    | 2 | 1001    | NONE   | ``
            51 | 1e-1001  | ExponentTooLarge    | 2 | -1001   | NONE   | ``
            52 | 1e2147483648 | ExponentTooLarge | 2 | 2147483648 | NONE | ``
            53 | 0e4294967296 | ExponentTooLarge | 2 | 4294967296 | NONE | ``
            54 | 1e9223372036854775808 | ExponentTooLarge | 2 | 9223372036854775808 | SUFFIX | ``
            55 | 1e-9223372036854775808 | ExponentTooLarge | 2 | -9223372036854775808 | NONE | ``
            60 | 1000e1000 | NotReadBack     | 0 | 1000e1000 | NONE | ``
            61 | 10e1001  | ExponentTooLarge    | 3 | 1001    | NONE   | ``
            62 | 100e1000 | NotReadBack         | 0 | 100e1000 | NONE   | ``
            """)
    void namesTheOffendingPart(
            int row, String text, String kind, int index, String part, String upstream, String suggestions) {
        QuantityFormatException refused = refusal(text);
        QuantityProblem problem = refused.problem();

        assertThat(problem.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(problem.text()).isEqualTo(text);
        assertThat(problem.index()).isEqualTo(index);
        assertThat(problem.part()).isEqualTo(part);
        assertThat(String.join(" or ", problem.suggestions())).isEqualTo(suggestions);
        assertThat(problem.upstreamMessage().orElse("NONE")).isEqualTo(upstreamText(upstream));
    }

    private static String upstreamText(String error) {
        return switch (error) {
            case "FORMAT" -> FORMAT_ERROR;
            case "SUFFIX" -> SUFFIX_ERROR;
            case "NUMERIC" -> NUMERIC_ERROR;
            default -> error;
        };
    }

    @Test
    void saysWhatWhereAndWhatWasMeant() {
        assertThat(refusal("1GB")).hasMessage("""
                "1GB" is not a quantity: unknown suffix "GB" at index 1
                did you mean 1G or 1Gi?""");
        assertThat(refusal("1..5")).hasMessage("\"1..5\" is not a quantity: unexpected \".\" at index 2");
        assertThat(refusal("1\n")).hasMessageStartingWith("\"1\\u000a\" is not a quantity: unexpected \"\\u000a\"");
        assertThat(refusal("")).hasMessage("a quantity must not be empty");
        assertThat(refusal("Ei")).hasMessage("\"Ei\" is not a quantity: no digits before index 0");
        assertThat(refusal("1e2147483648"))
                .hasMessage("\"1e2147483648\" is refused: exponent \"2147483648\" at index 2 is beyond 1000");
    }

    @Test
    void quotesUpstreamOrItselfWhereUpstreamHasNoWords() {
        assertThat(refusal("1GB").upstreamMessage()).isEqualTo(FORMAT_ERROR);
        assertThat(refusal("").upstreamMessage()).isEqualTo(FORMAT_ERROR);
        assertThat(refusal("1e2147483648").upstreamMessage())
                .isEqualTo(refusal("1e2147483648").problem().message());
    }

    @Test
    void refusesLongTextUnread() {
        String digits = "9".repeat(Quantity.MAX_LENGTH);

        assertThat(Quantity.parse(digits).toBigDecimal().precision()).isEqualTo(Quantity.MAX_LENGTH);
        assertThat(refusal(digits + "9").problem()).isEqualTo(new QuantityProblem.TooLong(digits + "9"));
        assertThat(refusal(digits + "9").getMessage())
                .hasSizeLessThan(150)
                .endsWith("1001 characters, at most 1000 are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "-1e1000", "1e-1000", "1E+1000", "0e1000", "123456789012345678901234567890e1000"})
    void calculatesAtTheBounds(String text) {
        Quantity quantity = Quantity.parse(text);
        Quantity sum = quantity.plus(Quantity.parse("1n"));

        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
        assertThat(sum).isGreaterThan(quantity);
        assertThat(sum.minus(quantity)).isEqualTo(Quantity.parse("1n"));
        assertThat(sum.toString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t1Gi", "1Gi\n"})
    void decodingRefusesWhatJsonEscapes(String text) {
        assertThat(catchThrowableOfType(QuantityFormatException.class, () -> Quantity.decode(text)))
                .isNotNull();
    }

    @Test
    void carriesItsProblemWhenSerialized() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refusal("1GB"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((QuantityFormatException) in.readObject()).problem())
                    .isEqualTo(refusal("1GB").problem());
        }
    }

    private static QuantityFormatException refusal(String text) {
        QuantityFormatException refused =
                catchThrowableOfType(QuantityFormatException.class, () -> Quantity.parse(text));
        assertThat(refused).as(text).isNotNull();
        return refused;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `'0'`, 0
            `'9'`, 9
            `'5Gi'`, 5Gi
            """)
    void suggestsWhatIsLeftWithoutQuotes(String text, String suggested) {
        assertThat(Suggestions.forText(text)).containsExactly(suggested);
    }

    /** Read it is 0, which nobody means. */
    @Test
    void suggestsNoSuffixWithoutANumber() {
        assertThat(Suggestions.forText("'Gi'")).isEmpty();
    }

    @Test
    void suggestsNothingForALongText() {
        assertThat(Suggestions.forText(" " + "1".repeat(63))).hasSize(1);
        assertThat(Suggestions.forText(" " + "1".repeat(64))).isEmpty();
    }

    @Test
    void quotesAsMuchAsItShows() {
        int shown = Quoted.of("x".repeat(500)).length() - "\"...\"".length();
        assertThat(Quoted.of("x".repeat(shown))).isEqualTo("\"" + "x".repeat(shown) + "\"");
        assertThat(Quoted.of("x".repeat(shown + 1))).endsWith("x...\"");
    }

    @Test
    void saysWhereATextBecomesTooLong() {
        QuantityProblem problem = new QuantityProblem.TooLong("1".repeat(1000) + "23");
        assertThat(problem.index()).isEqualTo(1000);
        assertThat(problem.part()).isEqualTo("23");
    }

    @Test
    void saysHowItWouldBeWritten() {
        assertThat(new QuantityProblem.NotReadBack("1000e1000", "10e1002").message())
                .isEqualTo("\"1000e1000\" is refused: it would be written \"10e1002\", which is not read");
    }
}
