package io.mooring.binding.check;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explain.Fact;
import io.mooring.meta.Ref;
import io.mooring.names.Visible;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a check has found.
 *
 * @param object of which object
 * @param field where in that object; {@link FieldPath#ROOT} for the object as a whole
 * @param text a clause for a person that begins with what is said of the object, without a full stop
 * @param evidence what it follows from
 * @param advice what to do about it, a sentence without a full stop
 * @param edit the same as a change to the object as it stands in the cluster, where one change will do
 */
public record CheckResult(
        Check check,
        Ref<?> object,
        FieldPath field,
        String text,
        List<Fact> evidence,
        String advice,
        Optional<Edit> edit) {
    public CheckResult {
        evidence = List.copyOf(evidence);
    }

    /** How bad it is. */
    public Severity severity() {
        return check.severity();
    }

    /** Several lines for a person: how bad, what, where in the object, why, what to do; ends in a newline. */
    public String words() {
        StringBuilder words = new StringBuilder();
        words.append(severity().word())
                .append(": ")
                .append(object.kind().name())
                .append(' ')
                .append(Visible.of(object.qualifiedName()))
                .append(' ')
                .append(Visible.of(text))
                .append(" [")
                .append(check.code())
                .append("]\n");
        if (!field.equals(FieldPath.ROOT)) {
            words.append("  at ").append(Visible.of(field.toString())).append('\n');
        }
        words.append("  ").append(check.why()).append('\n');
        words.append("  To do: ").append(Visible.of(advice)).append(".\n");
        return words.toString();
    }

    /** The same for a program; {@code docs/schema} says what is there. */
    public JsonObject tree() {
        JsonObject.Builder tree = JsonObject.builder()
                .put("code", check.code())
                .put("severity", severity().word())
                .put("object", ExplanationTree.ref(object));
        if (!field.equals(FieldPath.ROOT)) {
            tree.put("field", field.toString());
        }
        tree.put("text", text)
                .put("why", check.why())
                .put("evidence", ExplanationTree.array(evidence, ExplanationTree::of))
                .put("advice", advice);
        edit.ifPresent(change -> tree.put("edit", ExplanationTree.of(change)));
        return tree.build();
    }
}
