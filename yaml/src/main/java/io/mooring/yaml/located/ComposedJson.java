package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.ProblemListener;
import java.util.List;

/**
 * A value of JSON, which has neither anchors nor merge keys, so that it is built as it is parsed.
 *
 * @param duplicates the fields that were there already
 */
public record ComposedJson(LocatedValue root, List<Duplicate> duplicates) implements Composed {
    /** A field that was there already. */
    public record Duplicate(FieldPath path, LineColumn at) {}

    @Override
    public String text(String... names) {
        return root.value() instanceof JsonObject object
                        && object.at(names).orElse(JsonObject.EMPTY) instanceof JsonString string
                ? string.value()
                : "";
    }

    @Override
    public LocatedValue value(Budget budget, ProblemListener problems) {
        for (Duplicate duplicate : duplicates) {
            problems.duplicateKey(duplicate.path(), duplicate.at());
        }
        return root;
    }
}
