package io.mooring.node;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.meta.SelectorProblem;
import io.mooring.names.GoText;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One term of a node selector: its demands must all hold.
 *
 * @param labels what it demands of the node's labels
 * @param fields what it demands of the node's fields; {@code metadata.name} is the one that nodes have
 * @param problems why it cannot be read; then it takes nothing
 */
public record TermMatcher(LabelMatcher labels, List<LabelRequirement> fields, List<SelectorProblem> problems) {
    private static final List<String> LABEL_OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
    private static final List<String> FIELD_OPERATORS = List.of("In", "NotIn");

    public TermMatcher {
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    static TermMatcher of(NodeSelectorTerm term, FieldPath path) {
        List<SelectorProblem> problems = new ArrayList<>();
        List<LabelRequirement> labels = new ArrayList<>();
        List<LabelRequirement> fields = new ArrayList<>();
        for (int i = 0; i < term.matchExpressions().size(); i++) {
            FieldPath at = path.child("matchExpressions").index(i);
            readLabel(term.matchExpressions().get(i), at, labels, problems);
        }
        for (int i = 0; i < term.matchFields().size(); i++) {
            FieldPath at = path.child("matchFields").index(i);
            readField(term.matchFields().get(i), at, fields, problems);
        }
        return new TermMatcher(LabelMatcher.allOf(labels), fields, problems);
    }

    private static void readLabel(
            NodeSelectorRequirement demand,
            FieldPath path,
            List<LabelRequirement> labels,
            List<SelectorProblem> problems) {
        Optional<LabelOperator> operator = LabelOperator.named(demand.operator());
        if (operator.isEmpty()) {
            problems.add(unsupported(path, demand.operator(), LABEL_OPERATORS));
            return;
        }
        LabelRequirement requirement = new LabelRequirement(demand.key(), operator.get(), demand.values());
        problems.addAll(requirement.problems(path));
        labels.add(requirement);
    }

    private static void readField(
            NodeSelectorRequirement demand,
            FieldPath path,
            List<LabelRequirement> fields,
            List<SelectorProblem> problems) {
        if (!FIELD_OPERATORS.contains(demand.operator())) {
            problems.add(unsupported(path, demand.operator(), FIELD_OPERATORS));
            return;
        }
        if (demand.values().size() != 1) {
            String message = "Invalid value: " + GoText.json(demand.values()) + ": must have one element";
            problems.add(new SelectorProblem(path.child("values"), message));
            return;
        }
        LabelOperator operator = demand.operator().equals("In") ? LabelOperator.IN : LabelOperator.NOT_IN;
        fields.add(new LabelRequirement(demand.key(), operator, demand.values()));
    }

    private static SelectorProblem unsupported(FieldPath path, String operator, List<String> supported) {
        String message = "Unsupported value: " + GoText.quoted(operator) + ": supported values: "
                + String.join(", ", supported.stream().map(GoText::quoted).toList());
        return new SelectorProblem(path.child("operator"), message);
    }

    /** Whether it takes a node of this name; without a name, every demand on fields counts as met. */
    boolean matches(String name, Map<String, String> nodeLabels) {
        return problems.isEmpty() && labels.matches(nodeLabels) && (name.isEmpty() || matchesFields(name));
    }

    /** A field that nodes do not have reads as the empty text. */
    private boolean matchesFields(String name) {
        for (LabelRequirement field : fields) {
            String value = field.key().equals("metadata.name") ? name : "";
            if (!field.matches(Map.of(field.key(), value))) {
                return false;
            }
        }
        return true;
    }

    /** The demands with commas between them. */
    @Override
    public String toString() {
        List<String> demands = new ArrayList<>();
        labels.requirements().forEach(each -> demands.add(each.toString()));
        fields.forEach(each -> demands.add(each.toString()));
        return String.join(",", demands);
    }
}
