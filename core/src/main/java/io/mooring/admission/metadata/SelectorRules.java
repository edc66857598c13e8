package io.mooring.admission.metadata;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.Errors;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Rules;
import io.mooring.tree.JsonObject;
import java.util.Optional;

/** What is checked on label selectors. Models {@code ValidateLabelSelector} of apimachinery. */
public final class SelectorRules {
    private SelectorRules() {}

    /** A label selector, values included. */
    public static Check<LabelSelector> labelSelector() {
        return labelSelector(false);
    }

    /**
     * A label selector.
     *
     * @param valuesAsTheyAre whether the values of expressions are taken as they are, because the stored selector already
     *     has what is refused by now
     */
    public static Check<LabelSelector> labelSelector(boolean valuesAsTheyAre) {
        return Rules.<LabelSelector>table()
                .field("matchLabels", LabelSelector::matchLabels, MetadataRules::labels)
                .each("matchExpressions", LabelSelector::matchExpressions, requirement(valuesAsTheyAre));
    }

    private static Check<LabelSelectorRequirement> requirement(boolean valuesAsTheyAre) {
        Rules<LabelSelectorRequirement> rules = Rules.<LabelSelectorRequirement>table()
                .rule(SelectorRules::countOfValues)
                .field("key", LabelSelectorRequirement::key, Checks.name(NameRule.QUALIFIED_NAME));
        return valuesAsTheyAre
                ? rules
                : rules.each("values", LabelSelectorRequirement::values, Checks.name(NameRule.LABEL_VALUE));
    }

    private static void countOfValues(LabelSelectorRequirement requirement, ErrorsAt at) {
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
    public static boolean isRefused(Optional<LabelSelector> selector) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        selector.ifPresent(each -> labelSelector().check(each, errors.root()));
        return !errors.list().isEmpty();
    }
}
