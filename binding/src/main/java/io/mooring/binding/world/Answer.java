package io.mooring.binding.world;

import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import java.util.List;

/** What the API server answers to a call. */
public sealed interface Answer {

    /**
     * It was done.
     *
     * @param object as it is now; for a deletion as it last was
     * @param warnings in the API server's order
     */
    record Accepted(KubernetesObject object, List<String> warnings) implements Answer {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It was not done, and the world is as before.
     *
     * @param code the HTTP status
     * @param reason the status' reason: {@code NotFound}, {@code AlreadyExists}, {@code Conflict}, or admission's
     * @param message the whole message as kubectl prints it after {@code Error from server}
     * @param causes every single thing that is wrong, where admission refused it
     */
    record Refused(int code, String reason, String message, List<Cause> causes) implements Answer {
        public Refused {
            causes = List.copyOf(causes);
        }

        static Refused from(Verdict.Refused verdict) {
            return new Refused(verdict.code(), verdict.reason(), verdict.message(), verdict.causes());
        }
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
