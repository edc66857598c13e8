package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** An AWS disk. Kubernetes: {@code core/v1 AWSElasticBlockStoreVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface AwsElasticBlockStoreVolumeSource extends WithAwsElasticBlockStoreVolumeSource, VolumeSource
        permits ImmutableAwsElasticBlockStoreVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<AwsElasticBlockStoreVolumeSource> CODEC = ObjectCodec.of(
                    AwsElasticBlockStoreVolumeSource::builder, AwsElasticBlockStoreVolumeSource.Builder::build)
            .always(
                    "volumeID",
                    Codecs.STRING,
                    AwsElasticBlockStoreVolumeSource::volumeID,
                    AwsElasticBlockStoreVolumeSource.Builder::volumeID)
            .field(
                    "fsType",
                    Codecs.STRING,
                    AwsElasticBlockStoreVolumeSource::fsType,
                    AwsElasticBlockStoreVolumeSource.Builder::fsType)
            .field(
                    "partition",
                    Codecs.INT,
                    AwsElasticBlockStoreVolumeSource::partition,
                    AwsElasticBlockStoreVolumeSource.Builder::partition)
            .field(
                    "readOnly",
                    Codecs.BOOL,
                    AwsElasticBlockStoreVolumeSource::readOnly,
                    AwsElasticBlockStoreVolumeSource.Builder::readOnly);

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

    /** The partition; 0 for the whole disk. */
    @Value.Default
    default int partition() {
        return 0;
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    @Override
    default String key() {
        return "awsElasticBlockStore";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableAwsElasticBlockStoreVolumeSource.Builder {
        Builder() {}
    }
}
