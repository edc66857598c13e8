package io.mooring.admission.metadata;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects that an object belongs to. Models {@code ValidateOwnerReferences} of apimachinery's {@code api/validation},
 * and {@code dedupOwnerReferencesAndAddWarning} of its API server.
 */
public final class Owners {
    private static final String MUST_NOT_BE_EMPTY = "must not be empty";

    /** One owner. */
    static final Schema<OwnerReference> OWNER = Schema.of(OwnerReference::builder, OwnerReference.Builder::build)
            .always("apiVersion", Types.STRING, OwnerReference::apiVersion, OwnerReference.Builder::apiVersion)
            .required(MUST_NOT_BE_EMPTY)
            .check(Owners::groupVersion)
            .always("kind", Types.STRING, OwnerReference::kind, OwnerReference.Builder::kind)
            .required(MUST_NOT_BE_EMPTY)
            .always("name", Types.STRING, OwnerReference::name, OwnerReference.Builder::name)
            .required(MUST_NOT_BE_EMPTY)
            .always("uid", Types.STRING, OwnerReference::uid, OwnerReference.Builder::uid)
            .required(MUST_NOT_BE_EMPTY)
            .rule(Owners::noEvent)
            .optional("controller", Types.BOOL, OwnerReference::controller, OwnerReference.Builder::controller)
            .optional(
                    "blockOwnerDeletion",
                    Types.BOOL,
                    OwnerReference::blockOwnerDeletion,
                    OwnerReference.Builder::blockOwnerDeletion)
            .schema();

    private Owners() {}

    private static void groupVersion(String text, ErrorsAt at) {
        int slash = text.indexOf('/');
        boolean twoSlashes = slash >= 0 && text.indexOf('/', slash + 1) >= 0;
        if (twoSlashes || text.endsWith("/")) {
            at.invalid(text, "must be <group>/<version> or <version>");
        }
    }

    private static void noEvent(OwnerReference owner, ErrorsAt at) {
        if (owner.apiVersion().equals("v1") && owner.kind().equals("Event")) {
            at.invalid(BadValue.STRUCTURE, "/v1, Kind=Event is disallowed from being an owner");
        }
    }

    /** At most one owner manages the object. */
    static void oneController(List<OwnerReference> owners, ErrorsAt at) {
        if (owners.size() < 2) {
            return;
        }
        List<String> controllers = owners.stream()
                .filter(owner -> owner.controller().orElse(false))
                .map(owner -> owner.kind() + "/" + owner.name())
                .toList();
        controllers.stream()
                .skip(1)
                .forEach(further -> at.invalid(
                        BadValue.LIST,
                        "Only one reference can have Controller set to true. Found \"true\" in references for "
                                + controllers.get(0) + " and " + further));
    }

    /** The metadata with each owner once, however often it was given. */
    static ObjectMeta once(ObjectMeta metadata) {
        List<OwnerReference> owners = metadata.ownerReferences();
        return owners.size() < 2 ? metadata : metadata.withOwnerReferences(new LinkedHashSet<>(owners));
    }

    /** What is said beside an object; first of all that it names an owner twice. */
    public static List<String> withWarning(ObjectMeta read, List<String> warnings) {
        if (read.ownerReferences().size() < 2) {
            return warnings;
        }
        Set<OwnerReference> first = new HashSet<>();
        List<OwnerReference> further = read.ownerReferences().stream()
                .filter(owner -> !first.add(owner))
                .toList();
        if (further.isEmpty()) {
            return warnings;
        }
        List<String> all = new ArrayList<>();
        all.add(".metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and"
                + " may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: "
                + String.join(", ", further.stream().map(OwnerReference::uid).toList()));
        all.addAll(warnings);
        return all;
    }
}
