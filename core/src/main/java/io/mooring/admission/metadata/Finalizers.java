package io.mooring.admission.metadata;

import io.mooring.meta.ObjectMeta;
import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finalizers. Models {@code ValidateFinalizers} of apimachinery's {@code api/validation} and {@code
 * ValidateFinalizerName} of {@code core/validation}.
 */
final class Finalizers {
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final Set<String> STANDARD = Set.of("kubernetes", ORPHAN, FOREGROUND);
    private static final String NOT_STANDARD = "name is neither a standard finalizer name nor is it fully qualified";
    private static final Check<String> NAME = Checks.name(NameRule.QUALIFIED_NAME);

    private Finalizers() {}

    /** A bad name is told at the list, not at the index. */
    static void check(List<String> finalizers, ErrorsAt at) {
        finalizers.forEach(finalizer -> NAME.check(finalizer, at));
        if (finalizers.contains(ORPHAN) && finalizers.contains(FOREGROUND)) {
            at.invalid(BadValue.LIST, "finalizer orphan and foregroundDeletion cannot be both set");
        }
    }

    /** A finalizer without a domain is one of Kubernetes' own. */
    static void standardOrQualified(List<String> finalizers, ErrorsAt at) {
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = finalizers.get(i);
            if (!finalizer.contains("/") && !STANDARD.contains(finalizer)) {
                at.index(i)
                        .advising(() -> Optional.of("give it a domain: \"example.com/" + finalizer + "\""))
                        .invalid(finalizer, NOT_STANDARD);
            }
        }
    }

    /** Those of a namespace's spec; all that is wrong is told at the list. */
    static void ofSpec(List<String> finalizers, ErrorsAt at) {
        for (String finalizer : finalizers) {
            NAME.check(finalizer, at);
            if (!finalizer.contains("/") && !STANDARD.contains(finalizer)) {
                at.invalid(finalizer, NOT_STANDARD);
            }
        }
    }

    /** An object that is being deleted can only lose finalizers. */
    static void noneAddedWhileDeleting(Update<ObjectMeta> update, ErrorsAt at) {
        if (!update.stored().isBeingDeleted()) {
            return;
        }
        Set<String> added = new TreeSet<>(update.updated().finalizers());
        update.stored().finalizers().forEach(added::remove);
        if (!added.isEmpty()) {
            String list = added.stream().map(GoText::quoted).collect(Collectors.joining(", ", "[]string{", "}"));
            at.child("finalizers")
                    .forbidden("no new finalizers can be added if the object is being deleted, found new finalizers "
                            + list);
        }
    }
}
