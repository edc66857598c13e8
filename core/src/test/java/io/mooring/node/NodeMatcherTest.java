package io.mooring.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeMatcherTest {
    private static final Map<String, String> LABELS = Map.of("zone", "a", "gen", "9");
    private static final Node NODE = Node.builder()
            .metadata(ObjectMeta.builder().name("n1").labels(LABELS).build())
            .build();

    private static NodeSelectorRequirement demand(String key, String operator, String... values) {
        return NodeSelectorRequirement.builder()
                .key(key)
                .operator(operator)
                .values(List.of(values))
                .build();
    }

    private static NodeSelectorTerm labels(NodeSelectorRequirement... demands) {
        return NodeSelectorTerm.builder().addMatchExpressions(demands).build();
    }

    private static NodeSelectorTerm fields(NodeSelectorRequirement... demands) {
        return NodeSelectorTerm.builder().addMatchFields(demands).build();
    }

    private static NodeMatcher matcher(NodeSelectorTerm... terms) {
        return NodeMatcher.of(NodeSelector.builder().addNodeSelectorTerms(terms).build());
    }

    @Test
    void takesANodeThatMeetsAllDemandsOfOneTerm() {
        NodeSelectorTerm inB = labels(demand("zone", "In", "b"));
        NodeSelectorTerm newInA = labels(demand("zone", "In", "a", "c"), demand("gen", "Gt", "8"));
        NodeSelectorTerm oldInA = labels(demand("zone", "In", "a", "c"), demand("gen", "Lt", "8"));
        assertThat(matcher(inB, newInA).matches(NODE)).isTrue();
        assertThat(matcher(inB, oldInA).matches(NODE)).isFalse();
    }

    @Test
    void takesNothingByATermWithoutDemands() {
        assertThat(matcher(labels()).matches(NODE)).isFalse();
        assertThat(matcher().matches(NODE)).isFalse();
        assertThat(matcher(labels(), labels(demand("zone", "Exists"))).matches(NODE))
                .isTrue();
    }

    @Test
    void comparesTheNameOfTheNode() {
        assertThat(matcher(fields(demand("metadata.name", "In", "n1"))).matches(NODE))
                .isTrue();
        assertThat(matcher(fields(demand("metadata.name", "NotIn", "n1"))).matches(NODE))
                .isFalse();
        assertThat(matcher(fields(demand("metadata.uid", "In", "n1"))).matches(NODE))
                .isFalse();
        assertThat(matcher(fields(demand("metadata.uid", "In", ""))).matches(NODE))
                .isTrue();
    }

    @Test
    void takesDemandsOnFieldsForMetWhereOnlyLabelsAreKnown() {
        assertThat(matcher(fields(demand("metadata.name", "In", "n2"))).matches(LABELS))
                .isTrue();
    }

    @Test
    void stillAsksTheOtherTermsWhereOneCannotBeRead() {
        NodeSelectorTerm unreadable = labels(demand("zone", "Like", "a"));
        assertThat(matcher(unreadable, labels(demand("zone", "Exists"))).matches(NODE))
                .isTrue();
        assertThat(matcher(unreadable).matches(NODE)).isFalse();
    }

    @Test
    void saysWhereAndWhyATermCannotBeRead() {
        NodeMatcher matcher = matcher(
                labels(demand("zone", "Exists")),
                labels(demand("zone", "Like", "a"), demand("gen", "Gt", "x", "1")),
                fields(demand("metadata.name", "Exists"), demand("metadata.name", "In", "a", "b")));
        assertThat(matcher.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "nodeSelectorTerms[1].matchExpressions[0].operator: Unsupported value: \"Like\": supported values: \"In\","
                                + " \"NotIn\", \"Exists\", \"DoesNotExist\", \"Gt\", \"Lt\"",
                        "nodeSelectorTerms[1].matchExpressions[1].values: Invalid value: [\"x\",\"1\"]: for 'Gt', 'Lt' operators,"
                                + " exactly one value is required",
                        "nodeSelectorTerms[1].matchExpressions[1].values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the"
                                + " value must be an integer",
                        "nodeSelectorTerms[2].matchFields[0].operator: Unsupported value: \"Exists\": supported values: \"In\","
                                + " \"NotIn\"",
                        "nodeSelectorTerms[2].matchFields[1].values: Invalid value: [\"a\",\"b\"]: must have one element");
        assertThat(matcher.error().orElseThrow())
                .startsWith("[nodeSelectorTerms[1]")
                .endsWith("one element]");
    }

    @Test
    void letsEveryNodeReachAVolumeWithoutDemands() {
        assertThat(VolumeNodeAffinity.builder().build().allows(LABELS)).isTrue();
        assertThat(VolumeNodeAffinity.builder()
                        .required(NodeSelector.builder().build())
                        .build()
                        .allows(LABELS))
                .isFalse();
    }

    @Test
    void printsItsTerms() {
        assertThat(matcher(labels(demand("zone", "In", "b", "a")), fields(demand("metadata.name", "In", "n1"))))
                .hasToString("zone in (a,b) or metadata.name in (n1)");
    }
}
