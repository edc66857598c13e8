package io.mooring.binding.lifecycle;

import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumePhase;

/** Where a volume stands: its phase, until somebody asks for its deletion. */
public enum VolumeState {
    PENDING("created, not looked at yet"),
    AVAILABLE("free, or reserved for a claim that has not come yet"),
    BOUND("held by a claim"),
    RELEASED("its claim is gone, its data are not"),
    FAILED("deleting or recycling its storage went wrong; it is tried again"),
    TERMINATING("its deletion was asked for and a finalizer still holds it"),
    GONE("the object is no more; whether its storage is too depends on the reclaim policy");

    private final String meaning;

    VolumeState(String meaning) {
        this.meaning = meaning;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }

    /**
     * Where this volume stands. A phase that Kubernetes does not know reads as {@link #PENDING}, as upstream's binder
     * treats it.
     */
    public static VolumeState of(PersistentVolume volume) {
        if (volume.metadata().isBeingDeleted()) {
            return TERMINATING;
        }
        VolumePhase phase = volume.status().phase().orElse(VolumePhase.PENDING);
        if (phase.equals(VolumePhase.AVAILABLE)) {
            return AVAILABLE;
        }
        if (phase.equals(VolumePhase.BOUND)) {
            return BOUND;
        }
        if (phase.equals(VolumePhase.RELEASED)) {
            return RELEASED;
        }
        return phase.equals(VolumePhase.FAILED) ? FAILED : PENDING;
    }
}
