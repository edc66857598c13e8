package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A Flocker dataset; deprecated. Kubernetes: {@code core/v1 FlockerVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface FlockerVolumeSource extends WithFlockerVolumeSource, VolumeSource
        permits ImmutableFlockerVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<FlockerVolumeSource> CODEC = ObjectCodec.of(FlockerVolumeSource::builder, FlockerVolumeSource.Builder::build)
            .field(
                    "datasetName",
                    Codecs.STRING,
                    FlockerVolumeSource::datasetName,
                    FlockerVolumeSource.Builder::datasetName)
            .field(
                    "datasetUUID",
                    Codecs.STRING,
                    FlockerVolumeSource::datasetUUID,
                    FlockerVolumeSource.Builder::datasetUUID);

    /** The dataset's name. */
    @Value.Default
    default String datasetName() {
        return "";
    }

    /** The dataset's id. */
    @Value.Default
    default String datasetUUID() {
        return "";
    }

    @Override
    default String key() {
        return "flocker";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableFlockerVolumeSource.Builder {
        Builder() {}
    }
}
