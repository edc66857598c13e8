package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** A path on the node itself; for one-node tests. Kubernetes: {@code core/v1 HostPathVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface HostPathVolumeSource extends WithHostPathVolumeSource, VolumeSource
        permits ImmutableHostPathVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<HostPathVolumeSource> CODEC = ObjectCodec.of(
                    HostPathVolumeSource::builder, HostPathVolumeSource.Builder::build)
            .always("path", Codecs.STRING, HostPathVolumeSource::path, HostPathVolumeSource.Builder::path)
            .optional("type", HostPathType.CODEC, HostPathVolumeSource::type, HostPathVolumeSource.Builder::type);

    /** The path. */
    @Value.Default
    default String path() {
        return "";
    }

    /** What must be there; the empty text for no check. */
    Optional<HostPathType> type();

    @Override
    default String key() {
        return "hostPath";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableHostPathVolumeSource.Builder {
        Builder() {}
    }
}
