package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A Photon disk; deprecated. Kubernetes: {@code core/v1 PhotonPersistentDiskVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface PhotonPersistentDiskVolumeSource extends WithPhotonPersistentDiskVolumeSource, VolumeSource
        permits ImmutablePhotonPersistentDiskVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<PhotonPersistentDiskVolumeSource> CODEC = ObjectCodec.of(
                    PhotonPersistentDiskVolumeSource::builder, PhotonPersistentDiskVolumeSource.Builder::build)
            .always(
                    "pdID",
                    Codecs.STRING,
                    PhotonPersistentDiskVolumeSource::pdID,
                    PhotonPersistentDiskVolumeSource.Builder::pdID)
            .field(
                    "fsType",
                    Codecs.STRING,
                    PhotonPersistentDiskVolumeSource::fsType,
                    PhotonPersistentDiskVolumeSource.Builder::fsType);

    /** The disk's id. */
    @Value.Default
    default String pdID() {
        return "";
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    @Override
    default String key() {
        return "photonPersistentDisk";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePhotonPersistentDiskVolumeSource.Builder {
        Builder() {}
    }
}
