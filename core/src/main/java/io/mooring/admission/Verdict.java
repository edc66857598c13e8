package io.mooring.admission;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the API server answers to a write. */
public sealed interface Verdict {

    /** Answers by the case for this verdict. */
    <R> R accept(Cases<R> cases);

    /** Why the object may not exist so; empty if it may. */
    Optional<Refused> refused();

    /** One case for each kind of verdict. */
    interface Cases<R> {
        R admitted(Admitted verdict);

        R refused(Refused verdict);

        /** These cases. */
        static <R> Cases<R> of(Function<Admitted, R> ifAdmitted, Function<Refused, R> ifRefused) {
            return new Cases<>() {
                @Override
                public R admitted(Admitted verdict) {
                    return ifAdmitted.apply(verdict);
                }

                @Override
                public R refused(Refused verdict) {
                    return ifRefused.apply(verdict);
                }
            };
        }
    }

    /**
     * The object may exist.
     *
     * @param object as the API server stores it: defaults filled in, status included
     * @param warnings what the API server says beside it, in its order: as many as it sends, which is 4,096 characters of all
     *     together, or, where they have more, 256 of each until those are as many
     */
    record Admitted(KubernetesObject object, List<String> warnings) implements Verdict {
        public Admitted {
            warnings = List.copyOf(warnings);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.admitted(this);
        }

        @Override
        public Optional<Refused> refused() {
            return Optional.empty();
        }
    }

    /**
     * The object may not exist so.
     *
     * @param code the HTTP status: 400 unreadable, 404 no such resource, 403 forbidden by a plug-in, 409 outdated, 422 invalid
     * @param reason the status' reason: {@code BadRequest}, {@code Forbidden}, {@code Conflict}, {@code Invalid}
     * @param message the whole message as kubectl prints it after {@code Error from server}
     * @param causes every single thing that is wrong, in the API server's order; the API server gives none of them for
     *     400, where Mooring names the fields all the same. Of more than 1,000, or of more than have 1 Mi characters together,
     *     the first, and one more that says how many were left out; the message tells no more of them either
     * @param by the object of the cluster that has it against the write, a ResourceQuota or a LimitRange; empty where it is a
     *     rule that holds in every cluster
     */
    record Refused(int code, String reason, String message, List<Cause> causes, Optional<Ref<?>> by)
            implements Verdict {
        public Refused {
            causes = List.copyOf(causes);
        }

        /** By a rule that holds in every cluster. */
        public Refused(int code, String reason, String message, List<Cause> causes) {
            this(code, reason, message, causes, Optional.empty());
        }

        /** The same, where it is this object that has it against the write. */
        public Refused by(Ref<?> object) {
            return new Refused(code, reason, message, causes, Optional.of(object));
        }

        /** Whether a cause is of this kind. Models {@code HasStatusCause}. */
        public boolean hasCause(CauseKind kind) {
            return causes.stream().anyMatch(cause -> cause.kind() == kind);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }

        @Override
        public Optional<Refused> refused() {
            return Optional.of(this);
        }
    }
}
