package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** An OpenStack disk. Kubernetes: {@code core/v1 CinderPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface CinderVolumeSource extends WithCinderVolumeSource, VolumeSource
        permits ImmutableCinderVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<CinderVolumeSource> CODEC = ObjectCodec.of(CinderVolumeSource::builder, CinderVolumeSource.Builder::build)
            .always("volumeID", Codecs.STRING, CinderVolumeSource::volumeID, CinderVolumeSource.Builder::volumeID)
            .field("fsType", Codecs.STRING, CinderVolumeSource::fsType, CinderVolumeSource.Builder::fsType)
            .field("readOnly", Codecs.BOOL, CinderVolumeSource::readOnly, CinderVolumeSource.Builder::readOnly)
            .optional(
                    "secretRef",
                    SecretReference.CODEC,
                    CinderVolumeSource::secretRef,
                    CinderVolumeSource.Builder::secretRef);

    /** The disk's id. */
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

    /** How to reach OpenStack. */
    Optional<SecretReference> secretRef();

    @Override
    default String key() {
        return "cinder";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCinderVolumeSource.Builder {
        Builder() {}
    }
}
