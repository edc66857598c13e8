package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.node.ProblemListener;
import io.mooring.yaml.scalar.ResolvedScalar;
import io.mooring.yaml.text.Excerpt;
import java.util.Optional;

/**
 * The keys of maps as names of fields. Models {@code convertToJSONableObject} of sigs.k8s.io/yaml: numbers and truth values
 * become text; null, lists and maps are refused.
 */
public final class FieldNames {
    private static final String MERGE = "<<";
    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";
    private static final String COLLECTION = "a list or a map";

    private final Budget budget;
    private final ProblemListener problems;
    private final NodeTable nodes;
    private final AnchoredScalars scalars;
    private final OpenPath path;

    /** @param path of the map whose keys are asked for */
    FieldNames(NodeTable nodes, AnchoredScalars scalars, OpenPath path, Budget budget, ProblemListener problems) {
        this.nodes = nodes;
        this.scalars = scalars;
        this.path = path;
        this.budget = budget;
        this.problems = problems;
    }

    /** Models {@code isMerge} of go.yaml.in/yaml: {@code <<}, unless it is in quotes or has a tag that says otherwise. */
    boolean isMerge(int key) {
        if (!nodes.isScalar(key) || !nodes.text(key).value().equals(MERGE)) {
            return false;
        }
        String tag = nodes.tag(key);
        return tag.isEmpty() ? nodes.kind(key) == NodeTable.Kind.PLAIN : tag.equals("!") || tag.equals(MERGE_TAG);
    }

    /** The name that a key stands for; empty if it cannot be one, which the listener has been told. */
    Optional<String> name(int key) {
        LineColumn at = nodes.start(key);
        Optional<String> name = name(key, at);
        if (name.isPresent()) {
            budget.checkKey(name.get(), at);
        }
        return name;
    }

    /** @param at where the problem is told: of an alias where it stands, not where its anchor does */
    private Optional<String> name(int key, LineColumn at) {
        return switch (nodes.kind(key)) {
            case PLAIN, QUOTED -> nameOfScalar(key, at);
            case ALIAS -> name(nodes.target(key), at);
            case SEQUENCE, MAPPING -> {
                problems.badKey(path.path(), COLLECTION, at);
                yield Optional.empty();
            }
        };
    }

    private Optional<String> nameOfScalar(int scalar, LineColumn at) {
        Optional<String> name = scalars.key(scalar, at);
        if (name.isEmpty()) {
            report(scalars.resolved(scalar, at), nodes.text(scalar).value(), at);
        }
        return name;
    }

    private void report(ResolvedScalar resolved, String text, LineColumn at) {
        if (resolved instanceof ResolvedScalar.Invalid invalid) {
            problems.badScalar(path.path(), text, invalid.fault(), at);
        } else if (resolved == ResolvedScalar.Null.NULL) {
            problems.badKey(path.path(), "null", at);
        } else {
            problems.badKey(path.path(), "the number " + Excerpt.of(text), at);
        }
    }

    /** The path of a field: {@code spec.name}, or {@code labels[a/b]} where the name would not read as one. */
    public static FieldPath path(FieldPath parent, String name) {
        return isWord(name) ? parent.child(name) : parent.key(name);
    }

    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '_') {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
