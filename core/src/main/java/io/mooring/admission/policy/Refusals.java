package io.mooring.admission.policy;

import io.mooring.admission.Cause;
import io.mooring.admission.CauseKind;
import io.mooring.admission.Verdict;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.meta.ResourceVersion;
import io.mooring.names.GoText;
import io.mooring.schema.Errors;
import io.mooring.schema.FieldError;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The API server's refusals by status. Models {@code api/errors} of apimachinery. */
public final class Refusals {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Refusals() {}

    public static Verdict.Refused badRequest(String message) {
        return new Verdict.Refused(400, "BadRequest", message, List.of());
    }

    /**
     * 404, where the API server has this kind in another version only; as client-go words the answer.
     *
     * @param request the HTTP verb, and for all but a create the name: {@code post storageclasses.storage.k8s.io}
     * @param apiVersion the version asked for
     * @param served the kind in the version that there is
     */
    public static Verdict.Refused notServed(String request, String apiVersion, ObjectKind<?> served) {
        Cause cause = new Cause(
                FieldPath.of("apiVersion"),
                CauseKind.UNREADABLE,
                Optional.of(GoText.quoted(apiVersion)),
                "no matches for kind " + GoText.quoted(served.name()) + " in version " + GoText.quoted(apiVersion),
                Optional.of("write apiVersion: " + served.apiVersion()));
        return noSuchResource(request, List.of(cause));
    }

    /** 404, where the API server has no such path; as client-go words the answer. */
    public static Verdict.Refused noSuchResource(String request, List<Cause> causes) {
        String message = "the server could not find the requested resource (" + request + ")";
        return new Verdict.Refused(404, "NotFound", message, causes);
    }

    /** 422, with every cause; the message tells each only once. */
    public static Verdict.Refused invalid(ObjectKind<?> kind, String name, Errors errors) {
        List<Cause> causes = causes(errors.list().stream().map(Refusals::cause), errors.leftOut());
        String message = kind.qualifiedName() + " " + GoText.quoted(name) + " is invalid: " + Cause.list(causes);
        return new Verdict.Refused(422, "Invalid", message, causes);
    }

    /** These, and how many there are beyond them. */
    public static List<Cause> causes(Stream<Cause> told, long leftOut) {
        return leftOut == 0
                ? told.toList()
                : Stream.concat(told, Stream.of(Cause.leftOut(leftOut))).toList();
    }

    private static Cause cause(FieldError error) {
        return new Cause(error.field(), kind(error.kind()), error.badValue(), error.message(), error.advice());
    }

    private static CauseKind kind(FieldError.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> CauseKind.NOT_FOUND;
            case REQUIRED -> CauseKind.REQUIRED;
            case DUPLICATE -> CauseKind.DUPLICATE;
            case INVALID -> CauseKind.INVALID;
            case NOT_SUPPORTED -> CauseKind.NOT_SUPPORTED;
            case FORBIDDEN -> CauseKind.FORBIDDEN;
            case TOO_LONG -> CauseKind.TOO_LONG;
            case TOO_MANY -> CauseKind.TOO_MANY;
        };
    }

    /** 403, as admission plug-ins refuse. */
    public static Verdict.Refused forbidden(ObjectKind<?> kind, String name, String why) {
        String message = kind.qualifiedPlural() + " " + GoText.quoted(name) + " is forbidden: " + why;
        return new Verdict.Refused(403, "Forbidden", message, List.of());
    }

    /** 403, with the cause for programs. */
    public static Verdict.Refused forbidden(ObjectKind<?> kind, String name, String why, Cause cause) {
        Verdict.Refused refused = forbidden(kind, name, why);
        return new Verdict.Refused(refused.code(), refused.reason(), refused.message(), List.of(cause));
    }

    /** 404, as the object that the request needs is not there. */
    public static Verdict.Refused notFound(Ref<?> object, Cause cause) {
        String message = object.kind().qualifiedPlural() + " " + GoText.quoted(object.name()) + " not found";
        return new Verdict.Refused(404, "NotFound", message, List.of(cause));
    }

    /** 500, as what the API server has no answer for. */
    public static Verdict.Refused failure(String message) {
        return new Verdict.Refused(500, "", message, List.of());
    }

    /** 409, if another object is to be replaced than the one that is stored. */
    public static Optional<Verdict.Refused> otherUid(ObjectKind<?> kind, ObjectMeta stored, ObjectMeta updated) {
        if (!differ(stored.uid(), updated.uid())) {
            return Optional.empty();
        }
        return Optional.of(conflict(
                kind,
                stored.name(),
                "StorageError: invalid object, Code: 4, Key: /registry/" + kind.plural() + "/"
                        + kind.refTo(stored).qualifiedName()
                        + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: "
                        + updated.uid() + ", UID in object meta: " + stored.uid()));
    }

    /** 409, if the update was made from another state of the object than the one that is stored. */
    public static Optional<Verdict.Refused> otherVersion(ObjectKind<?> kind, ObjectMeta stored, ObjectMeta updated) {
        return differ(stored.resourceVersion(), updated.resourceVersion())
                ? otherVersion(kind, stored, updated.resourceVersion())
                : Optional.empty();
    }

    private static Optional<Verdict.Refused> otherVersion(ObjectKind<?> kind, ObjectMeta stored, String version) {
        Optional<ResourceVersion> asked = ResourceVersion.parse(version);
        if (asked.isEmpty()) {
            boolean isTooLarge = DIGITS.matcher(version).matches();
            return Optional.of(failure("strconv.ParseUint: parsing " + GoText.quoted(version) + ": "
                    + (isTooLarge ? "value out of range" : "invalid syntax")));
        }
        if (asked.get().accepts(stored.resourceVersion())) {
            return Optional.empty();
        }
        return Optional.of(conflict(
                kind,
                stored.name(),
                "the object has been modified; please apply your changes to the latest version and try again"));
    }

    private static boolean differ(String stored, String updated) {
        return !stored.isEmpty() && !updated.isEmpty() && !stored.equals(updated);
    }

    private static Verdict.Refused conflict(ObjectKind<?> kind, String name, String why) {
        String message =
                "Operation cannot be fulfilled on " + kind.qualifiedPlural() + " " + GoText.quoted(name) + ": " + why;
        return new Verdict.Refused(409, "Conflict", message, List.of());
    }
}
