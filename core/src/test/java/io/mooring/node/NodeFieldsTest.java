package io.mooring.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.schema.Decoded;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import org.junit.jupiter.api.Test;

class NodeFieldsTest {
    @Test
    void carriesTaintsAndAddressesAlong() {
        JsonObject taint = JsonObject.of("key", new JsonString("k")).with("effect", new JsonString("NoSchedule"));
        JsonObject tree = JsonObject.of("spec", JsonObject.of("taints", JsonArray.of(taint)));

        assertThat(Node.CODEC.decode(tree).orThrow().spec().rest())
                .isEqualTo(JsonObject.of("taints", JsonArray.of(taint)));
    }

    @Test
    void refusesWhatANodeDoesNotHave() {
        Decoded<Node> decoded = Node.CODEC.decode(JsonObject.builder()
                .put("spec", JsonObject.of("taint", JsonArray.EMPTY))
                .put("status", JsonObject.of("phase", JsonNumber.of(1)))
                .build());

        assertThat(decoded.problems())
                .extracting(DecodingProblem::message)
                .containsExactly(
                        "unknown field \"spec.taint\"", "cannot read status.phase: expected a string, found number 1");
    }
}
