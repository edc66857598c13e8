package io.mooring.binding.lifecycle;

import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;

/** Where a claim stands: its phase, until somebody asks for its deletion. */
public enum ClaimState {
    PENDING("without a volume"),
    BOUND("holding a volume"),
    LOST("its volume, or the hold on it, is lost"),
    TERMINATING("its deletion was asked for and a finalizer still holds it"),
    GONE("the object is no more; its volume is released");

    private final String meaning;

    ClaimState(String meaning) {
        this.meaning = meaning;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }

    /**
     * Where this claim stands. A phase that Kubernetes does not know reads as {@link #PENDING}, as upstream's binder
     * treats it.
     */
    public static ClaimState of(PersistentVolumeClaim claim) {
        if (claim.metadata().isBeingDeleted()) {
            return TERMINATING;
        }
        ClaimPhase phase = claim.status().phase().orElse(ClaimPhase.PENDING);
        if (phase.equals(ClaimPhase.BOUND)) {
            return BOUND;
        }
        return phase.equals(ClaimPhase.LOST) ? LOST : PENDING;
    }
}
