package io.mooring.binding.world;

import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the API server answers to a call. */
public sealed interface Answer {

    /** Answers by the case for this answer. */
    <R> R accept(Cases<R> cases);

    /** The object as it is now, if the call was done. */
    Optional<KubernetesObject> accepted();

    /** Why the call was not done, if it was not. */
    Optional<Refused> refused();

    /** Whether the call was done. */
    default boolean isAccepted() {
        return accepted().isPresent();
    }

    /** One case for each kind of answer. */
    interface Cases<R> {
        R accepted(Accepted answer);

        R refused(Refused answer);
    }

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

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.accepted(this);
        }

        @Override
        public Optional<KubernetesObject> accepted() {
            return Optional.of(object);
        }

        @Override
        public Optional<Refused> refused() {
            return Optional.empty();
        }
    }

    /**
     * It was not done, and the cluster is as before.
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

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }

        @Override
        public Optional<KubernetesObject> accepted() {
            return Optional.empty();
        }

        @Override
        public Optional<Refused> refused() {
            return Optional.of(this);
        }

        /** The same for those of its causes that count; empty if it has causes and none of them does. */
        public Optional<Refused> because(Predicate<Cause> counts) {
            List<Cause> left = causes.stream().filter(counts).toList();
            if (left.size() == causes.size()) {
                return Optional.of(this);
            }
            String all = Cause.list(causes);
            String shorter = message.endsWith(all)
                    ? message.substring(0, message.length() - all.length()) + Cause.list(left)
                    : message;
            return left.isEmpty() ? Optional.empty() : Optional.of(new Refused(code, reason, shorter, left));
        }

        static Refused from(Verdict.Refused verdict) {
            return new Refused(verdict.code(), verdict.reason(), verdict.message(), verdict.causes());
        }
    }
}
