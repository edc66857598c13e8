package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A Google Compute Engine disk. Kubernetes: {@code core/v1 GCEPersistentDiskVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface GcePersistentDiskVolumeSource extends WithGcePersistentDiskVolumeSource, VolumeSource
        permits ImmutableGcePersistentDiskVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<GcePersistentDiskVolumeSource> CODEC = ObjectCodec.of(
                    GcePersistentDiskVolumeSource::builder, GcePersistentDiskVolumeSource.Builder::build)
            .always(
                    "pdName",
                    Codecs.STRING,
                    GcePersistentDiskVolumeSource::pdName,
                    GcePersistentDiskVolumeSource.Builder::pdName)
            .field(
                    "fsType",
                    Codecs.STRING,
                    GcePersistentDiskVolumeSource::fsType,
                    GcePersistentDiskVolumeSource.Builder::fsType)
            .field(
                    "partition",
                    Codecs.INT,
                    GcePersistentDiskVolumeSource::partition,
                    GcePersistentDiskVolumeSource.Builder::partition)
            .field(
                    "readOnly",
                    Codecs.BOOL,
                    GcePersistentDiskVolumeSource::readOnly,
                    GcePersistentDiskVolumeSource.Builder::readOnly);

    /** The disk's name. */
    @Value.Default
    default String pdName() {
        return "";
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** The partition; 0 for the whole disk. */
    @Value.Default
    default int partition() {
        return 0;
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    @Override
    default String key() {
        return "gcePersistentDisk";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableGcePersistentDiskVolumeSource.Builder {
        Builder() {}
    }
}
