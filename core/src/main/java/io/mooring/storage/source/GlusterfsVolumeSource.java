package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.Optional;
import org.immutables.value.Value;

/** A Gluster volume; deprecated. Kubernetes: {@code core/v1 GlusterfsPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface GlusterfsVolumeSource extends WithGlusterfsVolumeSource, VolumeSource
        permits ImmutableGlusterfsVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<GlusterfsVolumeSource> CODEC = ObjectCodec.of(
                    GlusterfsVolumeSource::builder, GlusterfsVolumeSource.Builder::build)
            .always(
                    "endpoints",
                    Codecs.STRING,
                    GlusterfsVolumeSource::endpoints,
                    GlusterfsVolumeSource.Builder::endpoints)
            .always("path", Codecs.STRING, GlusterfsVolumeSource::path, GlusterfsVolumeSource.Builder::path)
            .field("readOnly", Codecs.BOOL, GlusterfsVolumeSource::readOnly, GlusterfsVolumeSource.Builder::readOnly)
            .optional(
                    "endpointsNamespace",
                    Codecs.STRING,
                    GlusterfsVolumeSource::endpointsNamespace,
                    GlusterfsVolumeSource.Builder::endpointsNamespace);

    /** The endpoints' name. */
    @Value.Default
    default String endpoints() {
        return "";
    }

    /** The volume's name. */
    @Value.Default
    default String path() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** The endpoints' namespace; absent for the claim's. */
    Optional<String> endpointsNamespace();

    @Override
    default String key() {
        return "glusterfs";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableGlusterfsVolumeSource.Builder {
        Builder() {}
    }
}
