package io.mooring.binding.control.provision;

import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;

/**
 * What a provisioner does about the storage of a volume: what it acts on, and what explanations are made from. Models the phases and
 * the policy of {@code shouldDelete} and {@code handleProtectionFinalizer}.
 */
public enum StorageFate {
    /** The policy is not Delete: the storage stays, and the provisioner takes its finalizer off. */
    LEFT,

    /** The volume is Bound. */
    KEPT_WHILE_BOUND,

    /** The volume is Available, Pending or Failed: it was never released, or its claimRef was taken away since. */
    KEPT_UNTIL_RELEASED,

    /** The storage is deleted, and then the volume. */
    DELETED;

    public static StorageFate of(PersistentVolume volume) {
        if (!volume.hasReclaimPolicy(ReclaimPolicy.DELETE)) {
            return LEFT;
        }
        if (volume.isBound()) {
            return KEPT_WHILE_BOUND;
        }
        return volume.isIn(VolumePhase.RELEASED) ? DELETED : KEPT_UNTIL_RELEASED;
    }
}
