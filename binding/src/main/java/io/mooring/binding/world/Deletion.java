package io.mooring.binding.world;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to delete. Kubernetes: {@code meta/v1 DeleteOptions}.
 *
 * @param propagation what becomes of what the object owns; absent for the kind's default
 * @param uid the object must have this uid
 * @param resourceVersion the object must have this version
 * @param gracePeriodSeconds how long a pod may take; absent for its own
 */
public record Deletion(
        Optional<Propagation> propagation,
        Optional<String> uid,
        Optional<String> resourceVersion,
        OptionalLong gracePeriodSeconds) {

    /** The finalizer that holds an object until what it owns is gone. Kubernetes: {@code FinalizerDeleteDependents}. */
    public static final String FOREGROUND_FINALIZER = "foregroundDeletion";

    /** The finalizer that holds an object until what it owns has forgotten it. Kubernetes: {@code FinalizerOrphanDependents}. */
    public static final String ORPHAN_FINALIZER = "orphan";

    /** Just delete it. */
    public static final Deletion DEFAULT =
            new Deletion(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());

    /** What it owns goes afterwards. */
    public static final Deletion BACKGROUND = DEFAULT.with(Propagation.BACKGROUND);

    /** What becomes of what an object owns. Kubernetes: {@code meta/v1 DeletionPropagation}. */
    public enum Propagation {
        /** The object goes at once, what it owns afterwards. */
        BACKGROUND("Background"),
        /** What it owns goes first. */
        FOREGROUND("Foreground"),
        /** What it owned stays and belongs to nobody. */
        ORPHAN("Orphan");

        private final String text;

        Propagation(String text) {
            this.text = text;
        }

        /** As Kubernetes writes it. */
        @Override
        public String toString() {
            return text;
        }
    }

    public Deletion with(Propagation changed) {
        return new Deletion(Optional.of(changed), uid, resourceVersion, gracePeriodSeconds);
    }

    /** Only if the object has this uid still. */
    public Deletion ofUid(String expected) {
        return new Deletion(propagation, Optional.of(expected), resourceVersion, gracePeriodSeconds);
    }

    /** Only if the object has this version still. */
    public Deletion ofVersion(String expected) {
        return new Deletion(propagation, uid, Optional.of(expected), gracePeriodSeconds);
    }

    public Deletion withGracePeriod(long seconds) {
        return new Deletion(propagation, uid, resourceVersion, OptionalLong.of(seconds));
    }
}
