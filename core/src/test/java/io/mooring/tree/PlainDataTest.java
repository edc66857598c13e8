package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainDataTest {
    private enum Policy {
        Retain
    }

    @Test
    void readsWhatOtherModelsHaveInMaps() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("list", Arrays.asList(1, 2L, 1.5, new BigDecimal("1.50"), true, null));
        map.put("array", new String[] {"a"});
        map.put("policy", Policy.Retain);
        map.put("map", Map.of("k", new StringBuilder("v")));
        map.put("tree", JsonNumber.of(7));

        assertThat(JsonObject.fromMap(map))
                .hasToString("{\"list\":[1,2,1.5,1.50,true,null],\"array\":[\"a\"],\"policy\":\"Retain\","
                        + "\"map\":{\"k\":\"v\"},\"tree\":7}");
    }

    @Test
    void givesNumbersInTheSmallestTypeThatLosesNothing() {
        JsonObject tree = JsonObject.of(
                "n",
                JsonArray.of(
                        JsonNumber.of(-3),
                        new JsonNumber("9223372036854775808"),
                        new JsonNumber("1.50"),
                        new JsonNumber("1e3")));
        assertThat(tree.toMap())
                .isEqualTo(Map.of(
                        "n",
                        List.of(
                                -3L,
                                new BigInteger("9223372036854775808"),
                                new BigDecimal("1.50"),
                                new BigDecimal("1e3"))));
    }

    @Test
    void theMapMayBeChanged() {
        Map<String, Object> map =
                JsonObject.of("a", JsonObject.of("b", new JsonString("c"))).toMap();
        map.put("d", new ArrayList<>());
        assertThat(map).containsKeys("a", "d");
    }

    @Test
    void saysWhereAValueIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonObject.fromMap(Map.of("spec", Map.of("at", List.of("x", LocalDate.EPOCH)))))
                .withMessage(
                        "expected a map, a list, text, a number or a truth value at spec.at[1]: found a java.time.LocalDate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonObject.fromMap(Map.of("spec", Map.of(1, "x"))))
                .withMessage("a key must be text at spec: found a java.lang.Integer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonObject.fromMap(Map.of("x", Double.NaN)))
                .withMessage("a number must be finite at x: found NaN");
    }

    @Test
    void endsInAMapThatIsInItself() {
        Map<String, Object> self = new LinkedHashMap<>();
        self.put("self", self);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonObject.fromMap(self))
                .withMessage("deeper than 512 maps and lists, or in itself");
    }

    @Property
    void whatWasGivenIsReadAgain(@ForAll("trees") JsonObject tree) {
        assertThat(JsonObject.fromMap(tree.toMap())).isEqualTo(tree);
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(5).map(JsonString::new),
                Arbitraries.longs().map(JsonNumber::of),
                Arbitraries.bigDecimals().map(each -> new JsonNumber(each.toPlainString())),
                Arbitraries.of(JsonBool.TRUE, JsonBool.FALSE, JsonNull.NULL));
        return Arbitraries.recursive(
                        () -> leaves,
                        inner -> Arbitraries.oneOf(
                                inner.list().ofMaxSize(3).map(JsonArray::new),
                                objects(inner).map(each -> each)),
                        0,
                        3)
                .map(value -> JsonObject.of("root", value));
    }

    private static Arbitrary<JsonObject> objects(Arbitrary<JsonValue> values) {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4), values)
                .ofMaxSize(3)
                .map(JsonObject::of);
    }
}
