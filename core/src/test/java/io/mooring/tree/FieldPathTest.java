package io.mooring.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathTest {

    @Test
    void printsAsTheApiServerPrints() {
        FieldPath terms = FieldPath.of("spec", "nodeAffinity", "required").child("nodeSelectorTerms");
        assertThat(terms.index(0).child("matchExpressions").index(12).child("key"))
                .hasToString("spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[12].key");
        assertThat(FieldPath.of("spec", "capacity").key("storage")).hasToString("spec.capacity[storage]");
        assertThat(FieldPath.ROOT).hasToString("");
    }

    @Test
    void isEqualByItsStepsAndNotByItsText() {
        assertThat(FieldPath.of("a").child("b"))
                .isEqualTo(FieldPath.of("a", "b"))
                .hasSameHashCodeAs(FieldPath.of("a", "b"));
        assertThat(FieldPath.of("a.b")).isNotEqualTo(FieldPath.of("a", "b"));
        assertThat(FieldPath.of("a").index(0)).isNotEqualTo(FieldPath.of("a").key("0"));
    }

    @Test
    void givesItsStepsFromTheTop() {
        assertThat(FieldPath.of("spec", "capacity").key("storage").segments())
                .containsExactly(
                        new FieldPath.Segment.Field("spec"),
                        new FieldPath.Segment.Field("capacity"),
                        new FieldPath.Segment.Key("storage"));
    }

    @Test
    void findsWhatThereIsInAValue() {
        JsonObject tree = JsonObject.of("spec", JsonObject.of("modes", JsonArray.of(new JsonString("RWO"))));
        FieldPath modes = FieldPath.of("spec", "modes");
        assertThat(modes.index(0).in(tree)).isEqualTo(new JsonString("RWO"));
        assertThat(modes.index(1).in(tree)).isEqualTo(JsonNull.NULL);
        assertThat(FieldPath.ROOT.key("spec").child("none").child("more").in(tree))
                .isEqualTo(JsonNull.NULL);
        assertThat(FieldPath.ROOT.in(tree)).isEqualTo(tree);
    }
}
