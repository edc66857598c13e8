package io.mooring.storage.source;

import io.mooring.meta.ObjectReference;
import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** A StorageOS volume; deprecated. Kubernetes: {@code core/v1 StorageOSPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface StorageOsVolumeSource extends WithStorageOsVolumeSource, VolumeSource
        permits ImmutableStorageOsVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<StorageOsVolumeSource> CODEC = ObjectCodec.of(
                    StorageOsVolumeSource::builder, StorageOsVolumeSource.Builder::build)
            .field(
                    "volumeName",
                    Codecs.STRING,
                    StorageOsVolumeSource::volumeName,
                    StorageOsVolumeSource.Builder::volumeName)
            .field(
                    "volumeNamespace",
                    Codecs.STRING,
                    StorageOsVolumeSource::volumeNamespace,
                    StorageOsVolumeSource.Builder::volumeNamespace)
            .field("fsType", Codecs.STRING, StorageOsVolumeSource::fsType, StorageOsVolumeSource.Builder::fsType)
            .field("readOnly", Codecs.BOOL, StorageOsVolumeSource::readOnly, StorageOsVolumeSource.Builder::readOnly)
            .optional(
                    "secretRef",
                    ObjectReference.CODEC,
                    StorageOsVolumeSource::secretRef,
                    StorageOsVolumeSource.Builder::secretRef);

    /** The volume's name. */
    @Value.Default
    default String volumeName() {
        return "";
    }

    /** Its namespace in StorageOS. */
    @Value.Default
    default String volumeNamespace() {
        return "";
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** How to reach StorageOS. */
    Optional<ObjectReference> secretRef();

    @Override
    default String key() {
        return "storageos";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStorageOsVolumeSource.Builder {
        Builder() {}
    }
}
