package io.mooring.storage;

/**
 * What a volume shows itself as. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PersistentVolumeMode}.
 */
public record VolumeMode(String value) {
    /** A mounted file system; the default. */
    public static final VolumeMode FILESYSTEM = new VolumeMode("Filesystem");

    /** A raw block device. */
    public static final VolumeMode BLOCK = new VolumeMode("Block");

    @Override
    public String toString() {
        return value;
    }
}
