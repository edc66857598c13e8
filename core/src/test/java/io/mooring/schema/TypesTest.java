package io.mooring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import io.mooring.storage.VolumeMode;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "2147483648", "-2147483649", "9223372036854775808"})
    void refusesNumbersThatAreNo32BitWholeNumbers(String text) {
        Decoded<Integer> decoded = Types.INT.decode(new JsonNumber(text));
        assertThat(decoded.value()).isEmpty();
        assertThat(decoded.problems().get(0).message())
                .endsWith("expected a 32-bit whole number, found number " + text);
    }

    @Test
    void readsTheWholeRangeOf32And64Bits() {
        assertThat(Types.INT.decode(new JsonNumber("-2147483648")).orThrow()).isEqualTo(Integer.MIN_VALUE);
        assertThat(Types.LONG.decode(new JsonNumber("9223372036854775807")).orThrow())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void advisesQuotesWhereANumberStandsForText() {
        DecodingProblem problem =
                Types.STRING.decode(JsonNumber.of(5)).problems().get(0);
        assertThat(problem.advice()).contains("put it in quotes: \"5\"");
    }

    @Test
    void readsAConstantAsItselfAndAnyOtherTextAsItStands() {
        Type<VolumeMode> modes = Types.named(VolumeMode::new, VolumeMode::value, List.of(VolumeMode.BLOCK));
        assertThat(modes.decode(new JsonString("Block")).orThrow()).isSameAs(VolumeMode.BLOCK);
        assertThat(modes.decode(new JsonString("Tape")).orThrow()).isEqualTo(new VolumeMode("Tape"));
        assertThat(modes.zero()).isEqualTo(new VolumeMode(""));
        assertThat(modes.write(VolumeMode.BLOCK)).isEqualTo(new JsonString("Block"));
    }

    @Test
    void readsAQuantityFromTextAndFromANumber() {
        assertThat(Types.QUANTITY.decode(new JsonString(" 1Gi ")).orThrow()).isEqualTo(Quantity.parse("1Gi"));
        assertThat(Types.QUANTITY.decode(JsonNumber.of(5)).orThrow()).isEqualTo(Quantity.parse("5"));
        assertThat(Types.QUANTITY.decode(JsonNull.NULL).orThrow()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void callsWhateverElseStandsForAQuantityABadQuantity() {
        for (JsonValue value : List.of(JsonBool.TRUE, JsonArray.EMPTY, JsonObject.EMPTY, new JsonString("1GB"))) {
            assertThat(Types.QUANTITY.decode(value).problems())
                    .singleElement()
                    .isInstanceOf(DecodingProblem.BadText.class);
        }
    }

    @Test
    void readsTimesOfAnyZoneInWholeSeconds() {
        Instant expected = Instant.parse("2023-11-14T22:13:20Z");
        assertThat(Types.TIME.decode(new JsonString("2023-11-14T22:13:20Z")).orThrow())
                .isEqualTo(expected);
        assertThat(Types.TIME
                        .decode(new JsonString("2023-11-15T00:13:20.75+02:00"))
                        .orThrow())
                .isEqualTo(expected);
        assertThat(Types.TIME.decode(new JsonString("yesterday")).isClean()).isFalse();
        assertThat(Types.TIME.write(expected)).isEqualTo(new JsonString("2023-11-14T22:13:20Z"));
    }

    @Test
    void writesTheZeroTimeAsNull() {
        assertThat(Types.TIME.write(Types.TIME.zero())).isEqualTo(JsonNull.NULL);
    }

    @Test
    void readsNullItemsAsTheItemsZero() {
        JsonValue list = JsonArray.of(new JsonString("a"), JsonNull.NULL);
        assertThat(Types.list(Types.STRING).decode(list).orThrow()).containsExactly("a", "");
        JsonValue map = JsonObject.of("k", JsonNull.NULL);
        assertThat(Types.map(Types.STRING).decode(map).orThrow()).isEqualTo(Map.of("k", ""));
    }

    @Test
    void namesTheItemThatIsTheMatter() {
        JsonValue list = JsonArray.of(new JsonString("a"), JsonNumber.of(1));
        assertThat(Types.list(Types.STRING).decode(JsonObject.EMPTY).isClean()).isFalse();
        assertThat(Types.list(Types.STRING).decode(list).problems().get(0).path())
                .hasToString("[1]");
    }
}
