package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** An NFS export. Kubernetes: {@code core/v1 NFSVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface NfsVolumeSource extends WithNfsVolumeSource, VolumeSource permits ImmutableNfsVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<NfsVolumeSource> CODEC = ObjectCodec.of(NfsVolumeSource::builder, NfsVolumeSource.Builder::build)
            .always("server", Codecs.STRING, NfsVolumeSource::server, NfsVolumeSource.Builder::server)
            .always("path", Codecs.STRING, NfsVolumeSource::path, NfsVolumeSource.Builder::path)
            .field("readOnly", Codecs.BOOL, NfsVolumeSource::readOnly, NfsVolumeSource.Builder::readOnly);

    /** The server's host name or address. */
    @Value.Default
    default String server() {
        return "";
    }

    /** The exported path. */
    @Value.Default
    default String path() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    @Override
    default String key() {
        return "nfs";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNfsVolumeSource.Builder {
        Builder() {}
    }
}
