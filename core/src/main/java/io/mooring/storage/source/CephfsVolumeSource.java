package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A Ceph file system; deprecated. Kubernetes: {@code core/v1 CephFSPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface CephfsVolumeSource extends WithCephfsVolumeSource, VolumeSource
        permits ImmutableCephfsVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<CephfsVolumeSource> CODEC = ObjectCodec.of(CephfsVolumeSource::builder, CephfsVolumeSource.Builder::build)
            .always(
                    "monitors",
                    Codecs.list(Codecs.STRING),
                    CephfsVolumeSource::monitors,
                    CephfsVolumeSource.Builder::monitors)
            .field("path", Codecs.STRING, CephfsVolumeSource::path, CephfsVolumeSource.Builder::path)
            .field("user", Codecs.STRING, CephfsVolumeSource::user, CephfsVolumeSource.Builder::user)
            .field("secretFile", Codecs.STRING, CephfsVolumeSource::secretFile, CephfsVolumeSource.Builder::secretFile)
            .optional(
                    "secretRef",
                    SecretReference.CODEC,
                    CephfsVolumeSource::secretRef,
                    CephfsVolumeSource.Builder::secretRef)
            .field("readOnly", Codecs.BOOL, CephfsVolumeSource::readOnly, CephfsVolumeSource.Builder::readOnly);

    /** The monitors. */
    List<String> monitors();

    /** The path within; {@code /} by default. */
    @Value.Default
    default String path() {
        return "";
    }

    /** The user; {@code admin} by default. */
    @Value.Default
    default String user() {
        return "";
    }

    /** The user's key ring file. */
    @Value.Default
    default String secretFile() {
        return "";
    }

    /** The user's secret; overrides the file. */
    Optional<SecretReference> secretRef();

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    @Override
    default String key() {
        return "cephfs";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCephfsVolumeSource.Builder {
        Builder() {}
    }
}
