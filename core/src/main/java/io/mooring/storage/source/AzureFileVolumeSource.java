package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** An Azure file share. Kubernetes: {@code core/v1 AzureFilePersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface AzureFileVolumeSource extends WithAzureFileVolumeSource, VolumeSource
        permits ImmutableAzureFileVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<AzureFileVolumeSource> CODEC = ObjectCodec.of(
                    AzureFileVolumeSource::builder, AzureFileVolumeSource.Builder::build)
            .always(
                    "secretName",
                    Codecs.STRING,
                    AzureFileVolumeSource::secretName,
                    AzureFileVolumeSource.Builder::secretName)
            .always(
                    "shareName",
                    Codecs.STRING,
                    AzureFileVolumeSource::shareName,
                    AzureFileVolumeSource.Builder::shareName)
            .field("readOnly", Codecs.BOOL, AzureFileVolumeSource::readOnly, AzureFileVolumeSource.Builder::readOnly)
            .optionalOrNull(
                    "secretNamespace",
                    Codecs.STRING,
                    AzureFileVolumeSource::secretNamespace,
                    AzureFileVolumeSource.Builder::secretNamespace);

    /** The secret with the storage account. */
    @Value.Default
    default String secretName() {
        return "";
    }

    /** The share's name. */
    @Value.Default
    default String shareName() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** The secret's namespace; absent for the claim's. */
    Optional<String> secretNamespace();

    @Override
    default String key() {
        return "azureFile";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableAzureFileVolumeSource.Builder {
        Builder() {}
    }
}
