package io.mooring.admission;

import io.mooring.meta.KubernetesObject;
import java.util.List;

/** What the API server answers to a write. */
public sealed interface Verdict {

    /**
     * The object may exist.
     *
     * @param object as the API server stores it: defaults filled in, status included
     * @param warnings what the API server says beside it, in its order
     */
    record Admitted(KubernetesObject object, List<String> warnings) implements Verdict {
        public Admitted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The object may not exist so.
     *
     * @param code the HTTP status: 400 unreadable, 404 no such resource, 403 forbidden by a plug-in, 409 outdated, 422 invalid
     * @param reason the status' reason: {@code BadRequest}, {@code Forbidden}, {@code Conflict}, {@code Invalid}
     * @param message the whole message as kubectl prints it after {@code Error from server}
     * @param causes every single thing that is wrong, in the API server's order; the API server gives none of them for
     *     400, where Mooring names the fields all the same
     */
    record Refused(int code, String reason, String message, List<Cause> causes) implements Verdict {
        public Refused {
            causes = List.copyOf(causes);
        }
    }
}
