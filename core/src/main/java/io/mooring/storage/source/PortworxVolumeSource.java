package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A Portworx volume. Kubernetes: {@code core/v1 PortworxVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface PortworxVolumeSource extends WithPortworxVolumeSource, VolumeSource
        permits ImmutablePortworxVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<PortworxVolumeSource> CODEC = ObjectCodec.of(
                    PortworxVolumeSource::builder, PortworxVolumeSource.Builder::build)
            .always("volumeID", Codecs.STRING, PortworxVolumeSource::volumeID, PortworxVolumeSource.Builder::volumeID)
            .field("fsType", Codecs.STRING, PortworxVolumeSource::fsType, PortworxVolumeSource.Builder::fsType)
            .field("readOnly", Codecs.BOOL, PortworxVolumeSource::readOnly, PortworxVolumeSource.Builder::readOnly);

    /** The volume's id. */
    @Value.Default
    default String volumeID() {
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

    @Override
    default String key() {
        return "portworxVolume";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePortworxVolumeSource.Builder {
        Builder() {}
    }
}
