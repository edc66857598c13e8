package io.mooring.storage;

import io.mooring.schema.Type;
import io.mooring.schema.Types;

/**
 * What a volume shows itself as. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 PersistentVolumeMode}.
 */
public record VolumeMode(String value) {
    /** A mounted file system; the default. */
    public static final VolumeMode FILESYSTEM = new VolumeMode("Filesystem");

    /** A raw block device. */
    public static final VolumeMode BLOCK = new VolumeMode("Block");

    /** Reads and writes the plain text. */
    public static final Type<VolumeMode> CODEC = Types.text(VolumeMode::new, VolumeMode::value);

    @Override
    public String toString() {
        return value;
    }
}
