package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No tree is deeper than whoever walks it has stack for. */
class DeepTreeTest {
    private static JsonValue deep(int levels, UnaryOperator<JsonValue> step) {
        JsonValue value = new JsonString("x");
        for (int i = 0; i < levels; i++) {
            value = step.apply(value);
        }
        return value;
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonValue.MOST_DEPTH + 1, 5_000, 100_000})
    void oneThatWouldBeIsRefusedWithItsDepthAndTheLimit(int levels) {
        for (UnaryOperator<JsonValue> step : Steps.ALL) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> deep(levels, step))
                    .withMessage("a tree of 513 objects and arrays within one another: no more than 512 are taken");
        }
    }

    @Test
    void theDeepestThereIsCanBeComparedMergedAndShown() {
        for (UnaryOperator<JsonValue> step : Steps.ALL) {
            JsonValue tree = deep(JsonValue.MOST_DEPTH, step);
            JsonValue same = deep(JsonValue.MOST_DEPTH, step);

            assertThat(tree.depth()).isEqualTo(512);
            assertThat(tree.equals(same)).isTrue();
            assertThat(tree).hasSameHashCodeAs(same);
            assertThat(tree.toJson()).hasSizeGreaterThan(1000).isEqualTo(same.toString());
            assertThat(MergePatch.apply(tree, same)).isIn(tree, MergePatch.apply(JsonNull.NULL, tree));
        }
        JsonObject patch = (JsonObject) deep(JsonValue.MOST_DEPTH, value -> JsonObject.of("a", value));
        assertThat(MergePatch.apply(JsonNull.NULL, patch).equals(patch)).isTrue();
        assertThat(MergePatch.combine(patch, patch).equals(patch)).isTrue();
    }

    @Test
    void aPathMayBeAsLongAsItLikes() {
        FieldPath path = FieldPath.ROOT;
        FieldPath other = FieldPath.ROOT;
        for (int i = 0; i < 100_000; i++) {
            path = path.child("a");
            other = other.child("a");
        }
        assertThat(path.equals(other)).isTrue();
        assertThat(path).hasSameHashCodeAs(other);
        assertThat(path.equals(other.child("a"))).isFalse();
        assertThat(path.child("b").equals(other.child("a"))).isFalse();
    }

    /** In which ways a value can be within another. */
    private static final class Steps {
        private static final List<UnaryOperator<JsonValue>> ALL = List.of(
                value -> JsonObject.of("a", value),
                value -> JsonObject.builder().put("a", value).build(),
                value -> JsonObject.EMPTY.with("b", JsonNull.NULL).with("a", value),
                JsonArray::of);
    }
}
