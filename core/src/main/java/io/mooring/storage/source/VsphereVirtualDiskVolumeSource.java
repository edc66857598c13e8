package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A vSphere disk. Kubernetes: {@code core/v1 VsphereVirtualDiskVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface VsphereVirtualDiskVolumeSource extends WithVsphereVirtualDiskVolumeSource, VolumeSource
        permits ImmutableVsphereVirtualDiskVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<VsphereVirtualDiskVolumeSource> CODEC = ObjectCodec.of(
                    VsphereVirtualDiskVolumeSource::builder, VsphereVirtualDiskVolumeSource.Builder::build)
            .always(
                    "volumePath",
                    Codecs.STRING,
                    VsphereVirtualDiskVolumeSource::volumePath,
                    VsphereVirtualDiskVolumeSource.Builder::volumePath)
            .field(
                    "fsType",
                    Codecs.STRING,
                    VsphereVirtualDiskVolumeSource::fsType,
                    VsphereVirtualDiskVolumeSource.Builder::fsType)
            .field(
                    "storagePolicyName",
                    Codecs.STRING,
                    VsphereVirtualDiskVolumeSource::storagePolicyName,
                    VsphereVirtualDiskVolumeSource.Builder::storagePolicyName)
            .field(
                    "storagePolicyID",
                    Codecs.STRING,
                    VsphereVirtualDiskVolumeSource::storagePolicyID,
                    VsphereVirtualDiskVolumeSource.Builder::storagePolicyID);

    /** The disk file's path. */
    @Value.Default
    default String volumePath() {
        return "";
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** The storage policy's name. */
    @Value.Default
    default String storagePolicyName() {
        return "";
    }

    /** The storage policy's id. */
    @Value.Default
    default String storagePolicyID() {
        return "";
    }

    @Override
    default String key() {
        return "vsphereVolume";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVsphereVirtualDiskVolumeSource.Builder {
        Builder() {}
    }
}
