package io.mooring.binding.world;

import io.mooring.admission.Verdict;
import io.mooring.binding.finding.Finding;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.time.Duration;

/**
 * What a controller wants done. Only {@link Create} passes admission; the others are the system's own and are taken as
 * they are, as long as the object is still the one that the controller saw.
 */
public sealed interface Write {

    /** Answers by the case for this write. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of write. */
    interface Cases<R> {
        R create(Create write);

        R createAdmitted(CreateAdmitted write);

        R update(Update write);

        R updateStatus(UpdateStatus write);

        R delete(Delete write);

        R bind(Bind write);

        R emit(Emit write);

        R lookAgain(LookAgain write);

        R note(Note write);

        R forget(Forget write);
    }

    /**
     * A new object; a {@code generateName} gets its number from the cluster. If the API refuses it, the rest of the
     * writes is dropped and the item is reconciled again after the next call from outside. A controller that wants to say
     * why asks {@link Cluster#verdictOn} first.
     */
    record Create(KubernetesObject object) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.create(this);
        }
    }

    /**
     * A new object that admission has taken already, in this cluster or in one that led here by controllers' writes alone
     * ({@link Cluster#verdictOn}). It is not asked again, unless the namespace has quotas or limits, which those writes may
     * have used up.
     */
    record CreateAdmitted(Verdict.Admitted verdict) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.createAdmitted(this);
        }
    }

    /**
     * Metadata and spec of an object that exists; its stored status stays.
     *
     * @param object the object that was read, changed; its uid and resourceVersion must be those of the stored one
     */
    record Update(KubernetesObject object) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.update(this);
        }
    }

    /**
     * The status of an object that exists; its stored metadata and spec stay.
     *
     * @param object the object that was read, changed; its uid and resourceVersion must be those of the stored one
     */
    record UpdateStatus(KubernetesObject object) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.updateStatus(this);
        }
    }

    /** A deletion; of an object that is gone it does nothing. */
    record Delete(Ref<?> object, Deletion options) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.delete(this);
        }
    }

    /** A node for a pod, as the scheduler says it. */
    record Bind(Ref<Pod> pod, String node) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.bind(this);
        }
    }

    /** An event about an object; if it was emitted before, its count goes up. */
    record Emit(KubernetesObject regarding, Event.Type type, String reason, String message) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.emit(this);
        }
    }

    /**
     * Reconcile this item again when this much time has passed; it passes by {@link Cluster#advance}.
     *
     * @param after less than none is none; what ends later than {@link io.mooring.meta.Times#END} ends there
     */
    record LookAgain(Duration after) implements Write {
        public LookAgain {
            after = after.isNegative() ? Duration.ZERO : after;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.lookAgain(this);
        }
    }

    /**
     * A finding about an object, kept until there is another one, {@link Forget} drops it, or the object is gone:
     * what upstream keeps in memory. {@link Cluster#finding} gives it; views are brought up to date with it.
     */
    record Note(Finding finding) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.note(this);
        }
    }

    /** The finding about an object no longer matters: upstream takes it out of its memory. */
    record Forget(Ref<?> object) implements Write {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.forget(this);
        }
    }

    /** A deletion in the background. */
    static Delete delete(Ref<?> object) {
        return new Delete(object, Deletion.BACKGROUND);
    }

    /** An event about something that goes as it should. */
    static Emit normal(KubernetesObject regarding, String reason, String message) {
        return new Emit(regarding, Event.Type.NORMAL, reason, message);
    }

    /** An event about something to worry about. */
    static Emit warning(KubernetesObject regarding, String reason, String message) {
        return new Emit(regarding, Event.Type.WARNING, reason, message);
    }
}
