package io.mooring.admission.metadata;

import static io.mooring.schema.Checks.each;
import static io.mooring.schema.Checks.name;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.CheckOption;
import io.mooring.schema.Checks;
import io.mooring.schema.Errors;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import java.util.List;
import java.util.Optional;

/** Label selectors. Models {@code ValidateLabelSelector} of apimachinery's {@code meta/v1/validation}. */
public final class Selectors {
    /** Whether expressions may have any values, because the stored selector already has what is refused by now. */
    public static final CheckOption<Boolean> ANY_VALUES =
            new CheckOption<>("label selectors may have any values", false);

    private static final Check<List<String>> VALUES = each(name(NameRule.LABEL_VALUE));
    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    private static final Schema<LabelSelectorRequirement> REQUIREMENT = Schema.of(
                    LabelSelectorRequirement::builder, LabelSelectorRequirement.Builder::build)
            .rule(Selectors::countOfValues)
            .always("key", Types.STRING, LabelSelectorRequirement::key, LabelSelectorRequirement.Builder::key)
            .check(name(NameRule.QUALIFIED_NAME))
            .always(
                    "operator",
                    Types.STRING,
                    LabelSelectorRequirement::operator,
                    LabelSelectorRequirement.Builder::operator)
            .list("values", Types.STRING, LabelSelectorRequirement::values, LabelSelectorRequirement.Builder::values)
            .check(Selectors::values)
            .schema();

    /** A selector over labels. */
    public static final Schema<LabelSelector> SELECTOR = Schema.of(LabelSelector::builder, LabelSelector.Builder::build)
            .map("matchLabels", Types.STRING, LabelSelector::matchLabels, LabelSelector.Builder::matchLabels)
            .check(Labels::check)
            .list(
                    "matchExpressions",
                    REQUIREMENT,
                    LabelSelector::matchExpressions,
                    LabelSelector.Builder::matchExpressions)
            .schema();

    private Selectors() {}

    /** Whether the selector has what is refused by now. */
    public static boolean isRefused(Optional<LabelSelector> selector) {
        return selector.filter(stored -> Errors.finds(SELECTOR, stored)).isPresent();
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
                Checks.meaning(requirement.operator(), OPERATORS, at.child("operator"))
                        .invalid(BadValue.ofTyped(requirement.operator()), "not a valid selector operator");
        }
    }

    private static void values(List<String> values, ErrorsAt at) {
        if (!at.option(ANY_VALUES)) {
            VALUES.check(values, at);
        }
    }
}
