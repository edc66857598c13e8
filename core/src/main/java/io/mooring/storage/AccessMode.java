package io.mooring.storage;

/**
 * How a volume may be mounted. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PersistentVolumeAccessMode}.
 */
public record AccessMode(String value) {
    /** Read and written on one node. */
    public static final AccessMode READ_WRITE_ONCE = new AccessMode("ReadWriteOnce");

    /** Read on many nodes. */
    public static final AccessMode READ_ONLY_MANY = new AccessMode("ReadOnlyMany");

    /** Read and written on many nodes. */
    public static final AccessMode READ_WRITE_MANY = new AccessMode("ReadWriteMany");

    /** Read and written by one pod. */
    public static final AccessMode READ_WRITE_ONCE_POD = new AccessMode("ReadWriteOncePod");

    @Override
    public String toString() {
        return value;
    }
}
