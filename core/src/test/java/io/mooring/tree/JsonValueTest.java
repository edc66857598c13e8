package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonValueTest {

    @Test
    void buildsFurtherWithoutTouchingWhatItBuilt() {
        JsonObject.Builder builder = JsonObject.builder().put("a", "1");
        JsonObject first = builder.build();
        JsonObject second = builder.put("b", "2").build();
        assertThat(first).isEqualTo(JsonObject.of("a", new JsonString("1")));
        assertThat(second.fields()).containsOnlyKeys("a", "b");
        assertThat(builder.putAll(JsonObject.EMPTY).build()).isEqualTo(second);
    }

    @Test
    void writesCompactJsonInFieldOrder() {
        JsonObject object = JsonObject.builder()
                .put("b", JsonArray.of(JsonNumber.of(1), new JsonNumber("1.50"), JsonBool.TRUE, JsonNull.NULL))
                .put("a", "line\n\"quoted\" \\ \u0001 ü")
                .build();
        assertThat(object.toJson())
                .isEqualTo("{\"b\":[1,1.50,true,null],\"a\":\"line\\n\\\"quoted\\\" \\\\ \\u0001 ü\"}");
    }

    @Test
    void isEqualWhateverTheOrderOfFields() {
        JsonObject one = JsonObject.builder().put("a", "1").put("b", "2").build();
        JsonObject other = JsonObject.builder().put("b", "2").put("a", "1").build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void walksDownByNames() {
        JsonObject object = JsonObject.of("a", JsonObject.of("b", JsonNull.NULL));
        assertThat(object.at("a", "b")).contains(JsonNull.NULL);
        assertThat(object.at("a", "c")).isEmpty();
        assertThat(object.at("a", "b", "c")).isEmpty();
    }

    @Test
    void keepsTheOldValueWhenChanged() {
        JsonObject before = JsonObject.of(Map.of("a", JsonNumber.of(1)));
        JsonObject after = before.with("a", JsonNumber.of(2)).with("b", JsonNull.NULL);
        assertThat(before.toJson()).isEqualTo("{\"a\":1}");
        assertThat(after.toJson()).isEqualTo("{\"a\":2,\"b\":null}");
        assertThat(after.without("a").toJson()).isEqualTo("{\"b\":null}");
        assertThat(after.withDefault("a", JsonNull.NULL)).isSameAs(after);
    }
}
