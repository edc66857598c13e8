package io.mooring.admission;

import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with an object.
 *
 * @param field where; it need not be in the object (a required field that is absent)
 * @param badValue the offending value as printed: text in quotes, {@code null}, a number, <code>{...}</code> or
 *     {@code [...]} for structures; empty where the API server prints none
 * @param message the API server's text after the field: {@code Invalid value: "x": must be an absolute path}
 * @param advice what to do about it, where there is a known fix; Mooring's own words
 */
public record Cause(
        FieldPath field, CauseKind kind, Optional<String> badValue, String message, Optional<String> advice) {

    /** In the place of so many that a refusal does not tell. */
    public static Cause leftOut(long count) {
        return new Cause(
                FieldPath.ROOT, CauseKind.LEFT_OUT, Optional.empty(), "and " + count + " more", Optional.empty());
    }

    /** All of them, each once, as the message of a refusal ends. */
    public static String list(List<Cause> causes) {
        List<String> texts = causes.stream().map(Cause::toString).distinct().toList();
        return texts.size() == 1 ? texts.get(0) : "[" + String.join(", ", texts) + "]";
    }

    /** {@code spec.nfs.path: Invalid value: "x": must be an absolute path}; the message alone if it names the field. */
    @Override
    public String toString() {
        return field.equals(FieldPath.ROOT) || kind == CauseKind.UNREADABLE ? message : field + ": " + message;
    }
}
