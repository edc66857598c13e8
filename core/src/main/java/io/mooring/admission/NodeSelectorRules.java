package io.mooring.admission;

import static io.mooring.admission.Checks.name;

import io.mooring.names.NameRule;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import java.util.List;

/** What is checked on a choice of nodes. Models {@code ValidateNodeSelector} of {@code core/validation}. */
final class NodeSelectorRules {
    private static final List<String> LABEL_OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
    private static final List<String> FIELD_OPERATORS = List.of("In", "NotIn");
    private static final String OPERATOR = "not a valid selector operator";

    private static final Rules<NodeSelectorRequirement> FIELD = Rules.<NodeSelectorRequirement>table()
            .rule(NodeSelectorRules::fieldOperator)
            .rule(NodeSelectorRules::nodeNames);

    private NodeSelectorRules() {}

    /**
     * The rules.
     *
     * @param checksValues false where the stored object already has values that are no label values: then they may stay
     */
    static Rules<NodeSelector> selector(boolean checksValues) {
        return Rules.<NodeSelector>table()
                .requiredBecause(
                        "nodeSelectorTerms",
                        "must have at least one node selector term",
                        NodeSelector::nodeSelectorTerms)
                .each("nodeSelectorTerms", NodeSelector::nodeSelectorTerms, term(checksValues));
    }

    /** One alternative of a selector. */
    static Rules<NodeSelectorTerm> term(boolean checksValues) {
        Rules<NodeSelectorRequirement> label = Rules.<NodeSelectorRequirement>table()
                .rule(NodeSelectorRules::labelOperator)
                .field("key", NodeSelectorRequirement::key, name(NameRule.QUALIFIED_NAME));
        if (checksValues) {
            label.each("values", NodeSelectorRequirement::values, name(NameRule.LABEL_VALUE));
        }
        return Rules.<NodeSelectorTerm>table()
                .each("matchExpressions", NodeSelectorTerm::matchExpressions, label)
                .each("matchFields", NodeSelectorTerm::matchFields, FIELD);
    }

    /** Whether a label is compared with a text that no label can have. */
    static boolean hasInvalidValues(NodeSelector selector) {
        return selector.nodeSelectorTerms().stream()
                .flatMap(term -> term.matchExpressions().stream())
                .flatMap(requirement -> requirement.values().stream())
                .anyMatch(value -> !NameRule.LABEL_VALUE.accepts(value));
    }

    private static void labelOperator(NodeSelectorRequirement requirement, Place at) {
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (requirement.values().isEmpty()) {
                    at.child("values").required("must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!requirement.values().isEmpty()) {
                    at.child("values").forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            case "Gt", "Lt" -> {
                if (requirement.values().size() != 1) {
                    at.child("values").required("must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default -> unknownOperator(requirement.operator(), LABEL_OPERATORS, at);
        }
    }

    private static void unknownOperator(String operator, List<String> known, Place at) {
        Checks.meaning(operator, known, at.child("operator")).invalid(BadValue.ofTyped(operator), OPERATOR);
    }

    private static void fieldOperator(NodeSelectorRequirement requirement, Place at) {
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (requirement.values().size() != 1) {
                    at.child("values")
                            .required(
                                    "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
                }
            }
            default -> unknownOperator(requirement.operator(), FIELD_OPERATORS, at);
        }
    }

    private static void nodeNames(NodeSelectorRequirement requirement, Place at) {
        if (!requirement.key().equals("metadata.name")) {
            at.child("key").invalid(requirement.key(), "not a valid field selector key");
            return;
        }
        Rules.<NodeSelectorRequirement>table()
                .each("values", NodeSelectorRequirement::values, name(NameRule.DNS_1123_SUBDOMAIN))
                .check(requirement, at);
    }
}
