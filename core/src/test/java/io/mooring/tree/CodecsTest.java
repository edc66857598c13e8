package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "2147483648", "-2147483649", "9223372036854775808"})
    void refusesNumbersThatAreNo32BitWholeNumbers(String text) {
        Decoded<Integer> decoded = Codecs.INT.decode(new JsonNumber(text));
        assertThat(decoded.value()).isEmpty();
        assertThat(decoded.problems().get(0).message())
                .endsWith("expected a 32-bit whole number, found number " + text);
    }

    @Test
    void readsTheWholeRangeOf32And64Bits() {
        assertThat(Codecs.INT.decode(new JsonNumber("-2147483648")).orThrow()).isEqualTo(Integer.MIN_VALUE);
        assertThat(Codecs.LONG.decode(new JsonNumber("9223372036854775807")).orThrow())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void advisesQuotesWhereANumberStandsForText() {
        DecodingProblem problem =
                Codecs.STRING.decode(JsonNumber.of(5)).problems().get(0);
        assertThat(problem.advice()).contains("put it in quotes: \"5\"");
    }

    @Test
    void readsAQuantityFromTextAndFromANumber() {
        assertThat(Codecs.QUANTITY.decode(new JsonString(" 1Gi ")).orThrow()).isEqualTo(Quantity.parse("1Gi"));
        assertThat(Codecs.QUANTITY.decode(JsonNumber.of(5)).orThrow()).isEqualTo(Quantity.parse("5"));
        assertThat(Codecs.QUANTITY.decode(JsonNull.NULL).orThrow()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void callsWhateverElseStandsForAQuantityABadQuantity() {
        for (JsonValue value : List.of(JsonBool.TRUE, JsonArray.EMPTY, JsonObject.EMPTY, new JsonString("1GB"))) {
            assertThat(Codecs.QUANTITY.decode(value).problems())
                    .singleElement()
                    .isInstanceOf(DecodingProblem.BadText.class);
        }
    }

    @Test
    void readsTimesOfAnyZoneInWholeSeconds() {
        Instant expected = Instant.parse("2023-11-14T22:13:20Z");
        assertThat(Codecs.TIME.decode(new JsonString("2023-11-14T22:13:20Z")).orThrow())
                .isEqualTo(expected);
        assertThat(Codecs.TIME
                        .decode(new JsonString("2023-11-15T00:13:20.75+02:00"))
                        .orThrow())
                .isEqualTo(expected);
        assertThat(Codecs.TIME.decode(new JsonString("yesterday")).isClean()).isFalse();
        assertThat(Codecs.TIME.write(expected)).isEqualTo(new JsonString("2023-11-14T22:13:20Z"));
    }

    @Test
    void writesTheZeroTimeAsNull() {
        assertThat(Codecs.TIME.write(Codecs.TIME.zero())).isEqualTo(JsonNull.NULL);
    }

    @Test
    void readsNullItemsAsTheItemsZero() {
        JsonValue list = JsonArray.of(new JsonString("a"), JsonNull.NULL);
        assertThat(Codecs.list(Codecs.STRING).decode(list).orThrow()).containsExactly("a", "");
        JsonValue map = JsonObject.of("k", JsonNull.NULL);
        assertThat(Codecs.map(Codecs.STRING).decode(map).orThrow()).isEqualTo(Map.of("k", ""));
    }

    @Test
    void namesTheItemThatIsTheMatter() {
        JsonValue list = JsonArray.of(new JsonString("a"), JsonNumber.of(1));
        assertThat(Codecs.list(Codecs.STRING).decode(JsonObject.EMPTY).isClean())
                .isFalse();
        assertThat(Codecs.list(Codecs.STRING).decode(list).problems().get(0).path())
                .hasToString("[1]");
    }
}
