package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A volume of an exec-based plug-in; deprecated. Kubernetes: {@code core/v1 FlexPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface FlexVolumeSource extends WithFlexVolumeSource, VolumeSource permits ImmutableFlexVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<FlexVolumeSource> CODEC = ObjectCodec.of(FlexVolumeSource::builder, FlexVolumeSource.Builder::build)
            .always("driver", Codecs.STRING, FlexVolumeSource::driver, FlexVolumeSource.Builder::driver)
            .field("fsType", Codecs.STRING, FlexVolumeSource::fsType, FlexVolumeSource.Builder::fsType)
            .optional(
                    "secretRef",
                    SecretReference.CODEC,
                    FlexVolumeSource::secretRef,
                    FlexVolumeSource.Builder::secretRef)
            .field("readOnly", Codecs.BOOL, FlexVolumeSource::readOnly, FlexVolumeSource.Builder::readOnly)
            .map("options", Codecs.STRING, FlexVolumeSource::options, FlexVolumeSource.Builder::options);

    /** The driver's name. */
    @Value.Default
    default String driver() {
        return "";
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** What the driver is given in secret. */
    Optional<SecretReference> secretRef();

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** What the driver is given besides. */
    Map<String, String> options();

    @Override
    default String key() {
        return "flexVolume";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableFlexVolumeSource.Builder {
        Builder() {}
    }
}
