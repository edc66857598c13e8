package io.mooring.meta;

import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One demand on one label, ready to be asked. Models {@code labels.Requirement} of apimachinery.
 *
 * @param values in the order they came; one for EQUALS, GREATER_THAN and LESS_THAN, none for EXISTS and DOES_NOT_EXIST
 */
public record LabelRequirement(String key, LabelOperator operator, List<String> values) {
    public LabelRequirement {
        values = List.copyOf(values);
    }

    /** Whether the labels meet it. A label that is no whole number is neither above nor below any. */
    public boolean matches(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN, EQUALS -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GREATER_THAN -> value != null && compare(value) > 0;
            case LESS_THAN -> value != null && compare(value) < 0;
        };
    }

    /** The sign of the label minus the bound; 0 if one of them is no number. */
    private int compare(String value) {
        OptionalLong label = WholeNumber.parse(value);
        OptionalLong bound = values.size() == 1 ? WholeNumber.parse(values.get(0)) : OptionalLong.empty();
        return label.isPresent() && bound.isPresent() ? Long.compare(label.getAsLong(), bound.getAsLong()) : 0;
    }

    /**
     * What upstream does not take in it, in its order and words; empty if all is well. Models {@code
     * labels.NewRequirement}.
     *
     * @param path where the requirement stands
     */
    public List<SelectorProblem> problems(FieldPath path) {
        List<SelectorProblem> problems = new ArrayList<>();
        List<String> keyProblems = NameRule.QUALIFIED_NAME.problems(key);
        if (!keyProblems.isEmpty()) {
            problems.add(invalid(path.child("key"), GoText.quoted(key), String.join("; ", keyProblems)));
        }
        FieldPath valuesPath = path.child("values");
        addCountProblem(valuesPath, problems);
        addValueProblems(valuesPath, problems);
        return List.copyOf(problems);
    }

    private void addCountProblem(FieldPath path, List<SelectorProblem> problems) {
        boolean isWrong = switch (operator) {
            case IN, NOT_IN -> values.isEmpty();
            case EXISTS, DOES_NOT_EXIST -> !values.isEmpty();
            case EQUALS, GREATER_THAN, LESS_THAN -> values.size() != 1;
        };
        if (isWrong) {
            problems.add(invalid(path, GoText.json(values), expectedCount()));
        }
    }

    private String expectedCount() {
        return switch (operator) {
            case IN, NOT_IN -> "for 'in', 'notin' operators, values set can't be empty";
            case EXISTS, DOES_NOT_EXIST -> "values set must be empty for exists and does not exist";
            case GREATER_THAN, LESS_THAN -> "for 'Gt', 'Lt' operators, exactly one value is required";
            case EQUALS -> "exact-match compatibility requires one single value";
        };
    }

    private void addValueProblems(FieldPath path, List<SelectorProblem> problems) {
        boolean isBound = operator == LabelOperator.GREATER_THAN || operator == LabelOperator.LESS_THAN;
        for (int i = 0; isBound && i < values.size(); i++) {
            if (WholeNumber.parse(values.get(i)).isEmpty()) {
                String expected = "for 'Gt', 'Lt' operators, the value must be an integer";
                problems.add(invalid(path.index(i), GoText.quoted(values.get(i)), expected));
            }
        }
        for (int i = 0; i < values.size(); i++) {
            List<String> valueProblems = NameRule.LABEL_VALUE.problems(values.get(i));
            if (!valueProblems.isEmpty()) {
                String text = String.join("; ", valueProblems);
                problems.add(invalid(path.index(i).key(key), GoText.quoted(values.get(i)), text));
            }
        }
    }

    private static SelectorProblem invalid(FieldPath path, String badValue, String text) {
        return new SelectorProblem(path, "Invalid value: " + badValue + ": " + text);
    }

    /** Upstream's text form: {@code tier in (gold,iron)}, {@code !tier}, {@code size>3}; values in order. */
    @Override
    public String toString() {
        String joined = String.join(",", values.stream().sorted().toList());
        return switch (operator) {
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
            case IN, NOT_IN -> key + operator.sign() + "(" + joined + ")";
            case EQUALS, GREATER_THAN, LESS_THAN -> key + operator.sign() + joined;
        };
    }
}
