package io.mooring.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import org.junit.jupiter.api.Test;

class NodeQuestionsTest {
    private static final Node PLAIN = Node.builder().build();

    @Test
    void anAnnotationSaysWhoAttaches() {
        assertThat(PLAIN.isManagedForAttach()).isFalse();
        assertThat(annotated(Node.MANAGED_FOR_ATTACH_ANNOTATION, "true").isManagedForAttach())
                .isTrue();
        assertThat(annotated(Node.MANAGED_FOR_ATTACH_ANNOTATION, "false").isManagedForAttach())
                .isFalse();
    }

    @Test
    void anAnnotationKeepsVolumesAttached() {
        assertThat(PLAIN.keepsVolumesOfTerminatedPods()).isFalse();
        assertThat(annotated(Node.KEEP_TERMINATED_POD_VOLUMES_ANNOTATION, "true")
                        .keepsVolumesOfTerminatedPods())
                .isTrue();
    }

    @Test
    void aNodeThatSaysNothingIsNotReadyButAnswers() {
        assertThat(PLAIN.isReady()).isFalse();
        assertThat(PLAIN.answers()).isTrue();
    }

    @Test
    void itsConditionReadyTellsWhetherItIsReadyAndWhetherItAnswers() {
        assertThat(ready("True").isReady()).isTrue();
        assertThat(ready("False").isReady()).isFalse();
        assertThat(ready("False").answers()).isTrue();
        assertThat(ready("Unknown").isReady()).isFalse();
        assertThat(ready("Unknown").answers()).isFalse();
    }

    @Test
    void aTaintIsFoundByItsKey() {
        JsonObject taint = JsonObject.of("key", new JsonString("k")).with("effect", new JsonString("NoExecute"));
        Node tainted = PLAIN.withSpec(NodeSpec.builder()
                .rest(JsonObject.of("taints", JsonArray.of(taint)))
                .build());
        assertThat(tainted.hasTaint("k")).isTrue();
        assertThat(tainted.hasTaint("other")).isFalse();
        assertThat(PLAIN.hasTaint("k")).isFalse();
    }

    private static Node annotated(String annotation, String value) {
        return PLAIN.withMetadata(
                ObjectMeta.builder().putAnnotations(annotation, value).build());
    }

    private static Node ready(String status) {
        return PLAIN.withStatus(NodeStatus.builder()
                .addConditions(
                        NodeCondition.builder().type("Ready").status(status).build())
                .build());
    }
}
