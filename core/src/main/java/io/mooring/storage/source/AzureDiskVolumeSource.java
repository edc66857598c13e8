package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** An Azure disk. Kubernetes: {@code core/v1 AzureDiskVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface AzureDiskVolumeSource extends WithAzureDiskVolumeSource, VolumeSource
        permits ImmutableAzureDiskVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<AzureDiskVolumeSource> CODEC = ObjectCodec.of(
                    AzureDiskVolumeSource::builder, AzureDiskVolumeSource.Builder::build)
            .always("diskName", Codecs.STRING, AzureDiskVolumeSource::diskName, AzureDiskVolumeSource.Builder::diskName)
            .always("diskURI", Codecs.STRING, AzureDiskVolumeSource::diskURI, AzureDiskVolumeSource.Builder::diskURI)
            .optional(
                    "cachingMode",
                    Codecs.STRING,
                    AzureDiskVolumeSource::cachingMode,
                    AzureDiskVolumeSource.Builder::cachingMode)
            .optional("fsType", Codecs.STRING, AzureDiskVolumeSource::fsType, AzureDiskVolumeSource.Builder::fsType)
            .optional("readOnly", Codecs.BOOL, AzureDiskVolumeSource::readOnly, AzureDiskVolumeSource.Builder::readOnly)
            .optional("kind", Codecs.STRING, AzureDiskVolumeSource::kind, AzureDiskVolumeSource.Builder::kind);

    /** The disk's name. */
    @Value.Default
    default String diskName() {
        return "";
    }

    /** The disk's address. */
    @Value.Default
    default String diskURI() {
        return "";
    }

    /** {@code None}, {@code ReadOnly} or {@code ReadWrite}. */
    Optional<String> cachingMode();

    /** The file system; {@code ext4} by default. */
    Optional<String> fsType();

    /** Whether it is mounted read-only; false by default. */
    Optional<Boolean> readOnly();

    /** {@code Shared}, {@code Dedicated} or {@code Managed}. */
    Optional<String> kind();

    @Override
    default String key() {
        return "azureDisk";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableAzureDiskVolumeSource.Builder {
        Builder() {}
    }
}
