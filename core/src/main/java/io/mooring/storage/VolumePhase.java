package io.mooring.storage;

/**
 * Where a volume is in its life. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PersistentVolumePhase}.
 */
public record VolumePhase(String value) {
    /** Not seen by the controller yet. */
    public static final VolumePhase PENDING = new VolumePhase("Pending");

    /** Free. */
    public static final VolumePhase AVAILABLE = new VolumePhase("Available");

    /** In use by its claim. */
    public static final VolumePhase BOUND = new VolumePhase("Bound");

    /** Its claim is gone; not free again. */
    public static final VolumePhase RELEASED = new VolumePhase("Released");

    /** Reclaiming it failed. */
    public static final VolumePhase FAILED = new VolumePhase("Failed");

    @Override
    public String toString() {
        return value;
    }
}
