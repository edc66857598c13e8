package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** A ScaleIO volume; deprecated. Kubernetes: {@code core/v1 ScaleIOPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface ScaleIoVolumeSource extends WithScaleIoVolumeSource, VolumeSource
        permits ImmutableScaleIoVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<ScaleIoVolumeSource> CODEC = ObjectCodec.of(ScaleIoVolumeSource::builder, ScaleIoVolumeSource.Builder::build)
            .always("gateway", Codecs.STRING, ScaleIoVolumeSource::gateway, ScaleIoVolumeSource.Builder::gateway)
            .always("system", Codecs.STRING, ScaleIoVolumeSource::system, ScaleIoVolumeSource.Builder::system)
            .optionalOrNull(
                    "secretRef",
                    SecretReference.CODEC,
                    ScaleIoVolumeSource::secretRef,
                    ScaleIoVolumeSource.Builder::secretRef)
            .field("sslEnabled", Codecs.BOOL, ScaleIoVolumeSource::sslEnabled, ScaleIoVolumeSource.Builder::sslEnabled)
            .field(
                    "protectionDomain",
                    Codecs.STRING,
                    ScaleIoVolumeSource::protectionDomain,
                    ScaleIoVolumeSource.Builder::protectionDomain)
            .field(
                    "storagePool",
                    Codecs.STRING,
                    ScaleIoVolumeSource::storagePool,
                    ScaleIoVolumeSource.Builder::storagePool)
            .field(
                    "storageMode",
                    Codecs.STRING,
                    ScaleIoVolumeSource::storageMode,
                    ScaleIoVolumeSource.Builder::storageMode)
            .field(
                    "volumeName",
                    Codecs.STRING,
                    ScaleIoVolumeSource::volumeName,
                    ScaleIoVolumeSource.Builder::volumeName)
            .field("fsType", Codecs.STRING, ScaleIoVolumeSource::fsType, ScaleIoVolumeSource.Builder::fsType)
            .field("readOnly", Codecs.BOOL, ScaleIoVolumeSource::readOnly, ScaleIoVolumeSource.Builder::readOnly);

    /** The gateway's address. */
    @Value.Default
    default String gateway() {
        return "";
    }

    /** The system's name. */
    @Value.Default
    default String system() {
        return "";
    }

    /** The user's secret. */
    Optional<SecretReference> secretRef();

    /** Whether the gateway is reached by TLS. */
    @Value.Default
    default boolean sslEnabled() {
        return false;
    }

    /** The protection domain. */
    @Value.Default
    default String protectionDomain() {
        return "";
    }

    /** The storage pool. */
    @Value.Default
    default String storagePool() {
        return "";
    }

    /** {@code ThickProvisioned} or {@code ThinProvisioned}, the default. */
    @Value.Default
    default String storageMode() {
        return "";
    }

    /** The volume's name. */
    @Value.Default
    default String volumeName() {
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
        return "scaleIO";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableScaleIoVolumeSource.Builder {
        Builder() {}
    }
}
