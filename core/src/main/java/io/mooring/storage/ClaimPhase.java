package io.mooring.storage;

/**
 * Where a claim is in its life. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PersistentVolumeClaimPhase}.
 */
public record ClaimPhase(String value) {
    /** Not bound yet. */
    public static final ClaimPhase PENDING = new ClaimPhase("Pending");

    /** Has its volume. */
    public static final ClaimPhase BOUND = new ClaimPhase("Bound");

    /** Its volume is gone. */
    public static final ClaimPhase LOST = new ClaimPhase("Lost");

    @Override
    public String toString() {
        return value;
    }
}
