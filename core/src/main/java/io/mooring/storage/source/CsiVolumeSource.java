package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A volume of a CSI driver. Kubernetes: {@code core/v1 CSIPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface CsiVolumeSource extends WithCsiVolumeSource, VolumeSource permits ImmutableCsiVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<CsiVolumeSource> CODEC = ObjectCodec.of(CsiVolumeSource::builder, CsiVolumeSource.Builder::build)
            .always("driver", Codecs.STRING, CsiVolumeSource::driver, CsiVolumeSource.Builder::driver)
            .always("volumeHandle", Codecs.STRING, CsiVolumeSource::volumeHandle, CsiVolumeSource.Builder::volumeHandle)
            .field("readOnly", Codecs.BOOL, CsiVolumeSource::readOnly, CsiVolumeSource.Builder::readOnly)
            .field("fsType", Codecs.STRING, CsiVolumeSource::fsType, CsiVolumeSource.Builder::fsType)
            .map(
                    "volumeAttributes",
                    Codecs.STRING,
                    CsiVolumeSource::volumeAttributes,
                    CsiVolumeSource.Builder::volumeAttributes)
            .optional(
                    "controllerPublishSecretRef",
                    SecretReference.CODEC,
                    CsiVolumeSource::controllerPublishSecretRef,
                    CsiVolumeSource.Builder::controllerPublishSecretRef)
            .optional(
                    "nodeStageSecretRef",
                    SecretReference.CODEC,
                    CsiVolumeSource::nodeStageSecretRef,
                    CsiVolumeSource.Builder::nodeStageSecretRef)
            .optional(
                    "nodePublishSecretRef",
                    SecretReference.CODEC,
                    CsiVolumeSource::nodePublishSecretRef,
                    CsiVolumeSource.Builder::nodePublishSecretRef)
            .optional(
                    "controllerExpandSecretRef",
                    SecretReference.CODEC,
                    CsiVolumeSource::controllerExpandSecretRef,
                    CsiVolumeSource.Builder::controllerExpandSecretRef)
            .optional(
                    "nodeExpandSecretRef",
                    SecretReference.CODEC,
                    CsiVolumeSource::nodeExpandSecretRef,
                    CsiVolumeSource.Builder::nodeExpandSecretRef);

    /** The driver's name. */
    @Value.Default
    default String driver() {
        return "";
    }

    /** What the driver calls the volume. */
    @Value.Default
    default String volumeHandle() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** What the driver is given. */
    Map<String, String> volumeAttributes();

    /** The secret for attaching. */
    Optional<SecretReference> controllerPublishSecretRef();

    /** The secret for staging. */
    Optional<SecretReference> nodeStageSecretRef();

    /** The secret for mounting. */
    Optional<SecretReference> nodePublishSecretRef();

    /** The secret for expansion by the controller. */
    Optional<SecretReference> controllerExpandSecretRef();

    /** The secret for expansion by the node. */
    Optional<SecretReference> nodeExpandSecretRef();

    @Override
    default String key() {
        return "csi";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCsiVolumeSource.Builder {
        Builder() {}
    }
}
