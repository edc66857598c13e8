package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import org.immutables.value.Value;

/** A Quobyte volume; deprecated. Kubernetes: {@code core/v1 QuobyteVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface QuobyteVolumeSource extends WithQuobyteVolumeSource, VolumeSource
        permits ImmutableQuobyteVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<QuobyteVolumeSource> CODEC = ObjectCodec.of(QuobyteVolumeSource::builder, QuobyteVolumeSource.Builder::build)
            .always("registry", Codecs.STRING, QuobyteVolumeSource::registry, QuobyteVolumeSource.Builder::registry)
            .always("volume", Codecs.STRING, QuobyteVolumeSource::volume, QuobyteVolumeSource.Builder::volume)
            .field("readOnly", Codecs.BOOL, QuobyteVolumeSource::readOnly, QuobyteVolumeSource.Builder::readOnly)
            .field("user", Codecs.STRING, QuobyteVolumeSource::user, QuobyteVolumeSource.Builder::user)
            .field("group", Codecs.STRING, QuobyteVolumeSource::group, QuobyteVolumeSource.Builder::group)
            .field("tenant", Codecs.STRING, QuobyteVolumeSource::tenant, QuobyteVolumeSource.Builder::tenant);

    /** The registries, {@code host:port}, separated by commas. */
    @Value.Default
    default String registry() {
        return "";
    }

    /** The volume's name. */
    @Value.Default
    default String volume() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** The user. */
    @Value.Default
    default String user() {
        return "";
    }

    /** The group. */
    @Value.Default
    default String group() {
        return "";
    }

    /** The tenant. */
    @Value.Default
    default String tenant() {
        return "";
    }

    @Override
    default String key() {
        return "quobyte";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableQuobyteVolumeSource.Builder {
        Builder() {}
    }
}
