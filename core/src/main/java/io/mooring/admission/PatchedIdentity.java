package io.mooring.admission;

import io.mooring.admission.object.Kinds;
import io.mooring.meta.ObjectKind;
import io.mooring.names.GoText;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Whether a patch leaves an object's kind and API version alone; they cannot be changed. Models how {@code jsonPatcher} decodes what it
 * patched into the stored object's type. Of the object, the refusal quotes these two fields only.
 */
record PatchedIdentity(ObjectKind<?> stored, String apiVersion, String kind) {
    private static final String INVALID = " \"\" is invalid: ";

    /**
     * Why what the patch made of the object is not taken; empty if it is the same kind of object. A patch that removes one of the two
     * fields leaves it as it is.
     */
    static Optional<Verdict.Refused> refusal(ObjectKind<?> stored, JsonObject patched) {
        String apiVersion = Kinds.apiVersionOf(patched);
        String kind = Kinds.kindOf(patched);
        PatchedIdentity identity = new PatchedIdentity(
                stored, apiVersion.isEmpty() ? stored.apiVersion() : apiVersion, kind.isEmpty() ? stored.name() : kind);
        return identity.isKept() ? Optional.empty() : Optional.of(identity.refused());
    }

    private boolean isKept() {
        return apiVersion.equals(stored.apiVersion()) && kind.equals(stored.name());
    }

    private Verdict.Refused refused() {
        String value = GoText.quoted(JsonObject.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .build()
                .toJson());
        Cause cause = new Cause(
                FieldPath.of("patch"),
                CauseKind.INVALID,
                Optional.of(value),
                "Invalid value: " + value + ": " + (isBuiltIn() ? conversion() : registration()),
                Optional.of("an object stays what it is: create one of the other kind"));
        return new Verdict.Refused(422, "Invalid", INVALID + cause, List.of(cause));
    }

    /** Whether Kubernetes has types of the kind's group, as far as Mooring can tell: groups of others have dots. */
    private boolean isBuiltIn() {
        boolean isOtherVersion = kind.equals(stored.name()) && group().equals(stored.group());
        return !isOtherVersion && (!group().contains(".") || group().endsWith(".k8s.io"));
    }

    private String conversion() {
        String from = apiVersion.substring(apiVersion.indexOf('/') + 1) + "." + kind;
        String to = stored.group().isEmpty() ? "core" : stored.group().split("\\.", 2)[0];
        return "converting (" + from + ") to (" + to + "." + stored.name() + "): unknown conversion";
    }

    private String registration() {
        return "no kind " + GoText.quoted(kind) + " is registered for version " + GoText.quoted(apiVersion)
                + " in scheme \"pkg/api/legacyscheme/scheme.go:30\"";
    }

    private String group() {
        return ObjectKind.groupOf(apiVersion);
    }
}
