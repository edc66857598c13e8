package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.ProblemListener;
import io.mooring.yaml.node.YamlNode;
import io.mooring.yaml.scalar.ResolvedScalar;
import io.mooring.yaml.text.Excerpt;
import java.util.Optional;

/**
 * The keys of maps as names of fields. Models {@code convertToJSONableObject} of sigs.k8s.io/yaml: numbers and truth values
 * become text; null, lists and maps are refused.
 */
public final class FieldNames {
    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";
    private static final String COLLECTION = "a list or a map";

    private final Budget budget;
    private final ProblemListener problems;
    private final AnchoredScalars scalars;

    FieldNames(AnchoredScalars scalars, Budget budget, ProblemListener problems) {
        this.scalars = scalars;
        this.budget = budget;
        this.problems = problems;
    }

    /** Models {@code isMerge} of go.yaml.in/yaml: {@code <<}, unless it is in quotes or has a tag that says otherwise. */
    static boolean isMerge(YamlNode key) {
        if (!(key instanceof YamlNode.Scalar scalar) || !scalar.text().equals("<<")) {
            return false;
        }
        return scalar.tag().isEmpty()
                ? scalar.isPlain()
                : scalar.tag().equals("!") || scalar.tag().equals(MERGE_TAG);
    }

    /**
     * The name that a key stands for; empty if it cannot be one, which the listener has been told.
     *
     * @param path of the map
     */
    Optional<String> name(YamlNode key, FieldPath path) {
        Optional<String> name = key.accept(new KeyVisitor(path, key.start()));
        if (name.isPresent()) {
            budget.checkKey(name.get(), key.start());
        }
        return name;
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

    /** An alias is reported where it stands, not where its anchor does. */
    private final class KeyVisitor implements YamlNode.Visitor<Optional<String>> {
        private final FieldPath path;
        private final LineColumn at;

        private KeyVisitor(FieldPath path, LineColumn at) {
            this.path = path;
            this.at = at;
        }

        @Override
        public Optional<String> scalar(YamlNode.Scalar scalar) {
            Optional<String> name = scalars.key(scalar, at);
            if (name.isEmpty()) {
                report(scalars.resolved(scalar, at), scalar.text());
            }
            return name;
        }

        private void report(ResolvedScalar resolved, String text) {
            if (resolved instanceof ResolvedScalar.Invalid invalid) {
                problems.badScalar(path, text, invalid.fault(), at);
            } else if (resolved == ResolvedScalar.Null.NULL) {
                problems.badKey(path, "null", at);
            } else {
                problems.badKey(path, "the number " + Excerpt.of(text), at);
            }
        }

        @Override
        public Optional<String> sequence(YamlNode.Sequence sequence) {
            return notAName();
        }

        @Override
        public Optional<String> mapping(YamlNode.Mapping mapping) {
            return notAName();
        }

        @Override
        public Optional<String> alias(YamlNode.Alias alias) {
            return alias.target().accept(this);
        }

        private Optional<String> notAName() {
            problems.badKey(path, COLLECTION, at);
            return Optional.empty();
        }
    }
}
