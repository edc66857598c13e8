package io.mooring.storage.source;

import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;

/**
 * What must be at a host path. An open enumeration: besides the constants it can hold any
 * other text, so that admission can refuse it by name. Kubernetes: {@code core/v1 HostPathType}.
 */
public record HostPathType(String value) {
    /** A directory, made if absent. */
    public static final HostPathType DIRECTORY_OR_CREATE = new HostPathType("DirectoryOrCreate");

    /** A directory. */
    public static final HostPathType DIRECTORY = new HostPathType("Directory");

    /** A file, made if absent. */
    public static final HostPathType FILE_OR_CREATE = new HostPathType("FileOrCreate");

    /** A file. */
    public static final HostPathType FILE = new HostPathType("File");

    /** A UNIX socket. */
    public static final HostPathType SOCKET = new HostPathType("Socket");

    /** A character device. */
    public static final HostPathType CHAR_DEVICE = new HostPathType("CharDevice");

    /** A block device. */
    public static final HostPathType BLOCK_DEVICE = new HostPathType("BlockDevice");

    /** Reads and writes the plain text. */
    public static final Codec<HostPathType> CODEC = Codecs.text(HostPathType::new, HostPathType::value);

    @Override
    public String toString() {
        return value;
    }
}
