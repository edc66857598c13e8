package io.mooring.binding.check;

import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explain.words.KindText;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kind of which nothing is known, since the cluster was opened without it.
 *
 * @param checks those that would have to know it, or that look at objects of it; in their order
 */
public record Unjudged(ObjectKind<?> kind, List<Check> checks) {
    public Unjudged {
        checks = List.copyOf(checks);
    }

    /** In one line: {@code StorageClasses were not in the dump; without them nothing, or not all, is said of: ...}. */
    public String text() {
        return KindText.notInTheDump(List.of(kind)) + "; without them nothing, or not all, is said of: "
                + checks.stream().map(Check::code).collect(Collectors.joining(", "));
    }

    /** The same for a program. */
    public JsonObject tree() {
        return JsonObject.builder()
                .put("kind", kind.qualifiedPlural())
                .put("checks", ExplanationTree.array(checks, check -> new JsonString(check.code())))
                .build();
    }
}
