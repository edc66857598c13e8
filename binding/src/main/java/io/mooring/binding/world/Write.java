package io.mooring.binding.world;

import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.time.Duration;

/**
 * What a controller wants done. Only {@link Create} passes admission; the others are the system's own and are taken as
 * they are, as long as the object is still the one that the controller saw.
 */
public sealed interface Write {

    /**
     * A new object; a {@code generateName} gets its number from the cluster. If the API refuses it, the rest of the
     * writes is dropped and the key is looked at again after the next step from outside. A controller that wants to say
     * why asks {@link Cluster#verdictOn} first.
     */
    record Create(KubernetesObject object) implements Write {}

    /**
     * A new object that admission has taken already, in this world or in one that led here by controllers' writes alone
     * ({@link Cluster#verdictOn}). It is not asked again, unless the namespace has quotas or limits, which those writes may
     * have used up.
     */
    record CreateAdmitted(Verdict.Admitted verdict) implements Write {}

    /**
     * Metadata and spec of an object that exists; its stored status stays.
     *
     * @param object the object that was read, changed; its uid and resourceVersion must be those of the stored one
     */
    record Update(KubernetesObject object) implements Write {}

    /**
     * The status of an object that exists; its stored metadata and spec stay.
     *
     * @param object the object that was read, changed; its uid and resourceVersion must be those of the stored one
     */
    record UpdateStatus(KubernetesObject object) implements Write {}

    /** A deletion; of an object that is gone it does nothing. */
    record Delete(Ref<?> key, Deletion options) implements Write {}

    /** A node for a pod, as the scheduler says it. */
    record Bind(Ref<?> pod, String node) implements Write {}

    /** Something to tell about an object. Told again it only counts up. */
    record Emit(KubernetesObject regarding, Event.Type type, String reason, String message) implements Write {}

    /** Look at the key again when this much time has passed; it passes by {@link Cluster#advance}. */
    record LookAgain(Ref<?> key, Duration after) implements Write {}

    /** A deletion in the background. */
    static Delete delete(Ref<?> key) {
        return new Delete(key, Deletion.BACKGROUND);
    }

    static Emit normal(KubernetesObject regarding, String reason, String message) {
        return new Emit(regarding, Event.Type.NORMAL, reason, message);
    }

    static Emit warning(KubernetesObject regarding, String reason, String message) {
        return new Emit(regarding, Event.Type.WARNING, reason, message);
    }
}
