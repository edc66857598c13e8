package io.mooring.storage;

/**
 * What becomes of a volume when its claim is gone. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PersistentVolumeReclaimPolicy}.
 */
public record ReclaimPolicy(String value) {
    /** It stays, Released, with its data. */
    public static final ReclaimPolicy RETAIN = new ReclaimPolicy("Retain");

    /** It and its data are deleted. */
    public static final ReclaimPolicy DELETE = new ReclaimPolicy("Delete");

    /** It is scrubbed and offered again; deprecated. */
    public static final ReclaimPolicy RECYCLE = new ReclaimPolicy("Recycle");

    @Override
    public String toString() {
        return value;
    }
}
