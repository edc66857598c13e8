package io.mooring.meta;

import io.mooring.tree.FieldPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a selector cannot be read, in upstream's words.
 *
 * @param field where in the selector; {@link FieldPath#ROOT} where upstream names no field
 * @param message upstream's text after the field
 */
public record SelectorProblem(FieldPath field, String message) {

    /** One text for all problems, as upstream joins them: each text once, several of them in brackets. */
    public static String join(List<SelectorProblem> problems) {
        Set<String> texts = new LinkedHashSet<>();
        problems.forEach(problem -> texts.add(problem.toString()));
        String joined = String.join(", ", texts);
        return texts.size() > 1 ? "[" + joined + "]" : joined;
    }

    @Override
    public String toString() {
        return field.equals(FieldPath.ROOT) ? message : field + ": " + message;
    }
}
