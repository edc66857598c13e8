package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergePatchTest {

    @Test
    void mergePatchMergesObjectsAndRemovesByNull() {
        JsonObject target = object("a", object("x", JsonNumber.of(1), "y", JsonNumber.of(2)), "b", JsonNumber.of(3));
        JsonObject patch = object("a", object("x", JsonNull.NULL, "z", JsonNumber.of(4)), "b", JsonArray.EMPTY);
        assertThat(MergePatch.apply(target, patch).toJson()).isEqualTo("{\"a\":{\"y\":2,\"z\":4},\"b\":[]}");
    }

    private static JsonObject object(Object... namesAndValues) {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return builder.build();
    }
}
