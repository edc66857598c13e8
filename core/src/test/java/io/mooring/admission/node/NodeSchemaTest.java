package io.mooring.admission.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.node.Node;
import io.mooring.node.NodeStatus;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Decoded;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import org.junit.jupiter.api.Test;

class NodeSchemaTest {
    @Test
    void carriesTaintsAndAddressesAlong() {
        JsonObject taint = JsonObject.of("key", new JsonString("k")).with("effect", new JsonString("NoSchedule"));
        JsonObject tree = JsonObject.of("spec", JsonObject.of("taints", JsonArray.of(taint)));

        assertThat(NodeSchema.NODE.decode(tree).orThrow().spec().rest())
                .isEqualTo(JsonObject.of("taints", JsonArray.of(taint)));
    }

    @Test
    void refusesWhatANodeDoesNotHave() {
        Decoded<Node> decoded = NodeSchema.NODE.decode(JsonObject.builder()
                .put("spec", JsonObject.of("taint", JsonArray.EMPTY))
                .put("status", JsonObject.of("phase", JsonNumber.of(1)))
                .build());

        assertThat(decoded.problems())
                .extracting(DecodingProblem::message)
                .containsExactly(
                        "unknown field \"spec.taint\"", "cannot read status.phase: expected a string, found number 1");
    }

    @Test
    void knowsWhetherANodeRunsInAUserNamespace() {
        JsonObject info = JsonObject.of("runningInUserNamespace", JsonBool.FALSE);
        JsonObject tree = JsonObject.of("status", JsonObject.of("nodeInfo", info));

        assertThat(NodeSchema.NODE.decode(tree).orThrow().status().rest().at("nodeInfo", "runningInUserNamespace"))
                .contains(JsonBool.FALSE);
    }

    @Test
    void podsMayUseAllThatANodeHasWhereItDoesNotSay() {
        Node node = Node.builder()
                .status(NodeStatus.builder()
                        .putCapacity("cpu", Quantity.parse("2"))
                        .build())
                .build();

        Node filled = NodeSchema.NODE.withDefaults(node);
        assertThat(filled.status().allocatable()).isEqualTo(node.status().capacity());
        assertThat(NodeSchema.NODE.withDefaults(filled)).isSameAs(filled);
    }
}
