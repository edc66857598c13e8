package io.mooring.meta;

import io.mooring.names.GoText;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A label selector, read and ready to be asked. A selector that cannot be read takes nothing and says why. Models
 * {@code LabelSelectorAsSelector} and {@code labels.Selector} of apimachinery.
 *
 * <p>Of several requirements that cannot be read, the first one is reported; {@code matchLabels} go first, in the order
 * they were given (upstream: in no order).
 */
public final class LabelMatcher {
    /** Takes all labels: a selector without requirements. */
    public static final LabelMatcher EVERYTHING = new LabelMatcher(true, List.of(), List.of());

    /** Takes no labels: what upstream makes of a selector that is not there at all. */
    public static final LabelMatcher NOTHING = new LabelMatcher(false, List.of(), List.of());

    private final boolean takesAny;
    private final List<LabelRequirement> requirements;
    private final List<SelectorProblem> problems;

    private LabelMatcher(boolean takesAny, List<LabelRequirement> requirements, List<SelectorProblem> problems) {
        this.takesAny = takesAny;
        this.requirements = requirements;
        this.problems = problems;
    }

    /** What upstream reads out of the selector. */
    public static LabelMatcher of(LabelSelector selector) {
        List<LabelRequirement> requirements = new ArrayList<>();
        for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
            requirements.add(new LabelRequirement(label.getKey(), LabelOperator.EQUALS, List.of(label.getValue())));
        }
        for (LabelSelectorRequirement expression : selector.matchExpressions()) {
            Optional<LabelOperator> operator = operatorOf(expression);
            if (operator.isEmpty()) {
                return firstProblemOf(requirements).orElseGet(() -> unknownOperator(expression.operator()));
            }
            requirements.add(new LabelRequirement(expression.key(), operator.get(), expression.values()));
        }
        return firstProblemOf(requirements).orElseGet(() -> allOf(requirements));
    }

    /** Takes labels that meet all requirements, which are not checked. */
    public static LabelMatcher allOf(List<LabelRequirement> requirements) {
        Comparator<LabelRequirement> byKey = Comparator.comparing(LabelRequirement::key);
        List<LabelRequirement> sorted = new ArrayList<>(requirements);
        sorted.sort(byKey);
        return sorted.isEmpty() ? EVERYTHING : new LabelMatcher(true, List.copyOf(sorted), List.of());
    }

    /** Gt and Lt exist for nodes only. */
    private static Optional<LabelOperator> operatorOf(LabelSelectorRequirement expression) {
        return LabelOperator.named(expression.operator())
                .filter(each -> each != LabelOperator.GREATER_THAN && each != LabelOperator.LESS_THAN);
    }

    private static Optional<LabelMatcher> firstProblemOf(List<LabelRequirement> requirements) {
        for (LabelRequirement requirement : requirements) {
            List<SelectorProblem> problems = requirement.problems(FieldPath.ROOT);
            if (!problems.isEmpty()) {
                return Optional.of(new LabelMatcher(false, List.of(), problems));
            }
        }
        return Optional.empty();
    }

    private static LabelMatcher unknownOperator(String operator) {
        String message = GoText.quoted(operator) + " is not a valid label selector operator";
        return new LabelMatcher(false, List.of(), List.of(new SelectorProblem(FieldPath.ROOT, message)));
    }

    /** Whether it takes an object with these labels. */
    public boolean matches(Map<String, String> labels) {
        for (LabelRequirement requirement : requirements) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return takesAny;
    }

    /** The requirements that these labels do not meet, in order of their keys. */
    public List<LabelRequirement> unmet(Map<String, String> labels) {
        return requirements.stream()
                .filter(requirement -> !requirement.matches(labels))
                .toList();
    }

    /** What must hold, in order of the keys; those of one key in the order they came. */
    public List<LabelRequirement> requirements() {
        return requirements;
    }

    /** Why the selector could not be read; empty if it could. */
    public List<SelectorProblem> problems() {
        return problems;
    }

    /** Upstream's error, if the selector could not be read. */
    public Optional<String> error() {
        return problems.isEmpty() ? Optional.empty() : Optional.of(SelectorProblem.join(problems));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelMatcher matcher
                && takesAny == matcher.takesAny
                && requirements.equals(matcher.requirements)
                && problems.equals(matcher.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(takesAny, requirements, problems);
    }

    /** Upstream's text form, {@code site=gold,!tier}; empty for {@link #EVERYTHING} and {@link #NOTHING}. */
    @Override
    public String toString() {
        return String.join(
                ",", requirements.stream().map(LabelRequirement::toString).toList());
    }
}
