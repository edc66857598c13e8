package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** A disk or directory of one node; needs node affinity. Kubernetes: {@code core/v1 LocalVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface LocalVolumeSource extends WithLocalVolumeSource, VolumeSource
        permits ImmutableLocalVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<LocalVolumeSource> CODEC = ObjectCodec.of(LocalVolumeSource::builder, LocalVolumeSource.Builder::build)
            .always("path", Codecs.STRING, LocalVolumeSource::path, LocalVolumeSource.Builder::path)
            .optional("fsType", Codecs.STRING, LocalVolumeSource::fsType, LocalVolumeSource.Builder::fsType);

    /** The path. */
    @Value.Default
    default String path() {
        return "";
    }

    /** The file system. */
    Optional<String> fsType();

    @Override
    default String key() {
        return "local";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLocalVolumeSource.Builder {
        Builder() {}
    }
}
