package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The deepest tree there can be is read, written and read back; what would be deeper is refused in words. */
class DeepTreesTest {
    private static JsonObject object(String kind, String field, JsonValue value) {
        return JsonObject.builder()
                .put("apiVersion", kind.equals("Widget") ? "example.com/v1" : "v1")
                .put("kind", kind)
                .put("metadata", JsonObject.of("name", new JsonString("deep")))
                .put(field, value)
                .build();
    }

    private static JsonValue deep(int levels) {
        JsonValue value = new JsonString("x");
        for (int i = 0; i < levels; i++) {
            value = i % 2 == 0 ? JsonArray.of(value) : JsonObject.of("a", value);
        }
        return value;
    }

    @Test
    void theDeepestIsReadWrittenAndReadBack() {
        Limits limits = Limits.builder().depth(JsonValue.MOST_DEPTH).build();
        for (JsonObject tree : new JsonObject[] {
            object("Widget", "spec", deep(JsonValue.MOST_DEPTH - 1)),
            object("Pod", "spec", deep(JsonValue.MOST_DEPTH - 1))
        }) {
            ArrayList<DecodingProblem> problems = new ArrayList<>();
            Objects.read(tree, problems)
                    .map(KubernetesObject.class::cast)
                    .ifPresent(object -> assertThat(Manifests.writeJson(object)).isNotEmpty());
            assertThat(Manifests.reader()
                            .withLimits(limits)
                            .read(Manifests.writeTree(tree))
                            .all())
                    .allSatisfy(read -> assertThat(read.tree().equals(tree)).isTrue());
            assertThat(Manifests.reader()
                            .withLimits(limits)
                            .read(Manifests.writeTreeJson(tree))
                            .problems())
                    .noneMatch(problem -> problem instanceof Problem.TooMuch);
        }
    }

    @Test
    void aListOfTheDeepestWouldBeTooDeep() {
        JsonObject tree = object("Widget", "spec", deep(JsonValue.MOST_DEPTH - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifests.writeList(List.of(tree), "1"))
                .withMessageContaining("no more than 512");
    }

    @Test
    void noLimitIsDeeperThanATree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.builder().depth(513).build())
                .withMessage("a depth of 513: no tree is deeper than 512");
    }
}
