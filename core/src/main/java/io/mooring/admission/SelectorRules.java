package io.mooring.admission;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.names.NameRule;
import io.mooring.tree.JsonObject;
import java.util.Optional;

/** What is checked on label selectors. Models {@code ValidateLabelSelector} of apimachinery. */
final class SelectorRules {
    private SelectorRules() {}

    /** A label selector, values included. */
    static Rule<LabelSelector> labelSelector() {
        return labelSelector(false);
    }

    /**
     * A label selector.
     *
     * @param valuesAsTheyAre whether the values of expressions are taken as they are, because the stored selector already
     *     has what is refused by now
     */
    static Rule<LabelSelector> labelSelector(boolean valuesAsTheyAre) {
        return Rules.<LabelSelector>table()
                .field("matchLabels", LabelSelector::matchLabels, MetadataRules::labels)
                .each("matchExpressions", LabelSelector::matchExpressions, requirement(valuesAsTheyAre));
    }

    private static Rule<LabelSelectorRequirement> requirement(boolean valuesAsTheyAre) {
        Rules<LabelSelectorRequirement> rules = Rules.<LabelSelectorRequirement>table()
                .rule(SelectorRules::countOfValues)
                .field("key", LabelSelectorRequirement::key, Checks.name(NameRule.QUALIFIED_NAME));
        return valuesAsTheyAre
                ? rules
                : rules.each("values", LabelSelectorRequirement::values, Checks.name(NameRule.LABEL_VALUE));
    }

    private static void countOfValues(LabelSelectorRequirement requirement, Place at) {
        boolean hasValues = !requirement.values().isEmpty();
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (!hasValues) {
                    at.child("values").required("must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (hasValues) {
                    at.child("values").forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            default ->
                at.child("operator").invalid(BadValue.ofTyped(requirement.operator()), "not a valid selector operator");
        }
    }

    /** Whether the selector has values that are refused by now. */
    static boolean isRefused(Optional<LabelSelector> selector) {
        Findings findings = new Findings(() -> JsonObject.EMPTY);
        selector.ifPresent(each -> labelSelector().check(each, Place.root(findings)));
        return !findings.causes().isEmpty();
    }
}
