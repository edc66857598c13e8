package io.mooring.admission.node;

import static io.mooring.schema.Checks.each;
import static io.mooring.schema.Checks.name;

import io.mooring.names.NameRule;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import java.util.List;

/** Choices of nodes. Models {@code ValidateNodeSelector} of {@code core/validation}. */
public final class NodeSelectors {
    /** Whether a label may be compared with a text that no label can have, because the stored object does so already. */
    public static final CheckOption<Boolean> ANY_VALUES =
            new CheckOption<>("node selectors may have any values", false);

    private static final List<String> LABEL_OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
    private static final List<String> FIELD_OPERATORS = List.of("In", "NotIn");

    private static final Field<String> KEY = Field.text("key").always();
    private static final Field<String> OPERATOR = Field.text("operator").always();
    private static final Field<List<String>> VALUES = Field.texts("values");

    private static final Schema<NodeSelectorRequirement> LABEL = Schema.of(
                    NodeSelectorRequirement::builder, NodeSelectorRequirement.Builder::build)
            .rule(NodeSelectors::labelOperator)
            .of(
                    KEY.check(name(NameRule.QUALIFIED_NAME)),
                    NodeSelectorRequirement::key,
                    NodeSelectorRequirement.Builder::key)
            .of(OPERATOR, NodeSelectorRequirement::operator, NodeSelectorRequirement.Builder::operator)
            .of(
                    VALUES.check(NodeSelectors::labelValues),
                    NodeSelectorRequirement::values,
                    NodeSelectorRequirement.Builder::values)
            .schema();

    private static final Schema<NodeSelectorRequirement> FIELD = Schema.of(
                    NodeSelectorRequirement::builder, NodeSelectorRequirement.Builder::build)
            .rule(NodeSelectors::fieldOperator)
            .of(KEY, NodeSelectorRequirement::key, NodeSelectorRequirement.Builder::key)
            .of(OPERATOR, NodeSelectorRequirement::operator, NodeSelectorRequirement.Builder::operator)
            .of(VALUES, NodeSelectorRequirement::values, NodeSelectorRequirement.Builder::values)
            .rule(NodeSelectors::nodeNames)
            .schema();

    /** One alternative of a selector. */
    public static final Schema<NodeSelectorTerm> TERM = Schema.of(
                    NodeSelectorTerm::builder, NodeSelectorTerm.Builder::build)
            .list(
                    "matchExpressions",
                    LABEL,
                    NodeSelectorTerm::matchExpressions,
                    NodeSelectorTerm.Builder::matchExpressions)
            .list("matchFields", FIELD, NodeSelectorTerm::matchFields, NodeSelectorTerm.Builder::matchFields)
            .schema();

    /** Terms of which one must hold. */
    public static final Schema<NodeSelector> SELECTOR = Schema.of(NodeSelector::builder, NodeSelector.Builder::build)
            .always(
                    "nodeSelectorTerms",
                    Types.list(TERM),
                    NodeSelector::nodeSelectorTerms,
                    NodeSelector.Builder::nodeSelectorTerms)
            .required("must have at least one node selector term")
            .schema();

    private NodeSelectors() {}

    /** Whether a label is compared with a text that no label can have. */
    public static boolean hasInvalidValues(NodeSelector selector) {
        return selector.nodeSelectorTerms().stream()
                .flatMap(term -> term.matchExpressions().stream())
                .flatMap(requirement -> requirement.values().stream())
                .anyMatch(value -> !NameRule.LABEL_VALUE.accepts(value));
    }

    private static void labelOperator(NodeSelectorRequirement requirement, ErrorsAt at) {
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (requirement.values().isEmpty()) {
                    at.child(VALUES).required("must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!requirement.values().isEmpty()) {
                    at.child(VALUES).forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            case "Gt", "Lt" -> {
                if (requirement.values().size() != 1) {
                    at.child(VALUES).required("must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default -> unknownOperator(requirement.operator(), LABEL_OPERATORS, at);
        }
    }

    private static void unknownOperator(String operator, List<String> known, ErrorsAt at) {
        Checks.meaning(operator, known, at.child(OPERATOR))
                .invalid(BadValue.ofTyped(operator), "not a valid selector operator");
    }

    private static void labelValues(List<String> values, ErrorsAt at) {
        if (!at.option(ANY_VALUES)) {
            each(name(NameRule.LABEL_VALUE)).check(values, at);
        }
    }

    private static void fieldOperator(NodeSelectorRequirement requirement, ErrorsAt at) {
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (requirement.values().size() != 1) {
                    at.child(VALUES)
                            .required(
                                    "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
                }
            }
            default -> unknownOperator(requirement.operator(), FIELD_OPERATORS, at);
        }
    }

    private static void nodeNames(NodeSelectorRequirement requirement, ErrorsAt at) {
        if (requirement.key().equals("metadata.name")) {
            each(name(NameRule.DNS_1123_SUBDOMAIN)).check(requirement.values(), at.child(VALUES));
        } else {
            at.child(KEY).invalid(requirement.key(), "not a valid field selector key");
        }
    }
}
