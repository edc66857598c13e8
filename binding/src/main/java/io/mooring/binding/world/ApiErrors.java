package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;

/** The errors of the API server's storage. Models {@code apimachinery/pkg/api/errors}. */
final class ApiErrors {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private ApiErrors() {}

    static Answer.Refused notFound(Ref<?> object) {
        return refused(NOT_FOUND, "NotFound", resource(object) + " not found");
    }

    static Answer.Refused forbidden(Ref<?> object, String why) {
        return refused(FORBIDDEN, "Forbidden", resource(object) + " is forbidden: " + why);
    }

    static Answer.Refused alreadyExists(KubernetesObject stored) {
        String start = stored.metadata().isBeingDeleted() ? "object is being deleted: " : "";
        return refused(CONFLICT, "AlreadyExists", start + resource(stored.ref()) + " already exists");
    }

    static Answer.Refused outdated(KubernetesObject stored) {
        return conflict(
                stored, "the object has been modified; please apply your changes to the latest version and try again");
    }

    static Answer.Refused otherUid(KubernetesObject stored, String expected) {
        return conflict(
                stored,
                "the UID in the precondition (" + expected + ") does not match the UID in record ("
                        + stored.metadata().uid()
                        + "). The object might have been deleted and then recreated");
    }

    static Answer.Refused otherVersion(KubernetesObject stored, String expected) {
        return conflict(
                stored,
                "the ResourceVersion in the precondition (" + expected
                        + ") does not match the ResourceVersion in record ("
                        + stored.metadata().resourceVersion() + "). The object might have been modified");
    }

    /** The pod has a node, or is on its way out. Models {@code BindingREST.assignPod}. */
    static Answer.Refused notToBeBound(Pod pod) {
        String why = pod.metadata().isBeingDeleted()
                ? " is being deleted, cannot be assigned to a host"
                : " is already assigned to node \"" + pod.spec().nodeName() + "\"";
        String name = pod.metadata().name();
        return refused(
                CONFLICT,
                "Conflict",
                "Operation cannot be fulfilled on pods/binding \"" + name + "\": pod " + name + why);
    }

    private static Answer.Refused conflict(KubernetesObject stored, String why) {
        return refused(CONFLICT, "Conflict", "Operation cannot be fulfilled on " + resource(stored.ref()) + ": " + why);
    }

    private static String resource(Ref<?> object) {
        return object.kind().qualifiedPlural() + " \"" + object.name() + "\"";
    }

    private static Answer.Refused refused(int code, String reason, String message) {
        return new Answer.Refused(code, reason, message, List.of());
    }
}
