package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The deepest trees that there can be go through a cluster by calls, and deeper ones cannot be put together. */
class DeepTreesTest {
    private static final Cluster EMPTY = Cluster.empty(ControlPlane.DEFAULT.controllers());

    private static JsonObject nested(int levels) {
        JsonValue value = new JsonString("x");
        for (int i = 0; i < levels; i++) {
            value = JsonObject.of("a", value);
        }
        return (JsonObject) value;
    }

    private static JsonObject any(JsonObject spec) {
        return JsonObject.of("apiVersion", new JsonString("example.com/v1"))
                .with("kind", new JsonString("Any"))
                .with(
                        "metadata",
                        JsonObject.of("name", new JsonString("deep"))
                                .with("namespace", new JsonString("default"))
                                .with("uid", new JsonString("u-1")))
                .with("spec", spec);
    }

    @Test
    void theDeepestIsCreatedPatchedShownDumpedAndOpened() {
        JsonObject tree = any(nested(JsonValue.MOST_DEPTH - 1));
        Cluster created = EMPTY.create(tree).orThrow().settle();
        KubernetesObject object = created.all().findFirst().orElseThrow();
        Cluster patched = created.patch(object.ref(), JsonObject.of("spec", nested(JsonValue.MOST_DEPTH - 1)))
                .orThrow()
                .settle();

        assertThat(patched.text()).hasSizeGreaterThan(3000);
        assertThat(object.toString()).isNotEmpty();
        Cluster opened = Cluster.open(ControlPlane.DEFAULT.controllers(), Dump.of(List.of(tree)));
        assertThat(opened.dump().objects().get(0).tree()).isEqualTo(tree);
        assertThat(opened.settle().text()).hasSizeGreaterThan(3000);
    }

    @Test
    void oneOfFiveThousandLevelsIsRefusedBeforeItGetsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.create(any(nested(5_000))))
                .withMessageContaining("no more than 512 are taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dump.of(List.of(any(nested(5_000)))))
                .withMessageContaining("no more than 512 are taken");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> any(nested(JsonValue.MOST_DEPTH)))
                .withMessageContaining("no more than 512 are taken");
    }

    /** A claim knows its fields, and has none as deep: it is refused, in words that are short. */
    @Test
    void theDeepestIsRefusedWhereNoFieldIs() {
        JsonObject claim = any(nested(JsonValue.MOST_DEPTH - 1))
                .with("apiVersion", new JsonString("v1"))
                .with("kind", new JsonString("PersistentVolumeClaim"));
        Answer.Refused refused = EMPTY.create(claim).answer().refused().orElseThrow();
        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused.message()).contains("unknown field \"spec.a\"").hasSizeLessThan(1000);
    }
}
