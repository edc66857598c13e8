package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A Ceph block device; deprecated. Kubernetes: {@code core/v1 RBDPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface RbdVolumeSource extends WithRbdVolumeSource, VolumeSource permits ImmutableRbdVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<RbdVolumeSource> CODEC = ObjectCodec.of(RbdVolumeSource::builder, RbdVolumeSource.Builder::build)
            .always(
                    "monitors",
                    Codecs.list(Codecs.STRING),
                    RbdVolumeSource::monitors,
                    RbdVolumeSource.Builder::monitors)
            .always("image", Codecs.STRING, RbdVolumeSource::image, RbdVolumeSource.Builder::image)
            .field("fsType", Codecs.STRING, RbdVolumeSource::fsType, RbdVolumeSource.Builder::fsType)
            .field("pool", Codecs.STRING, RbdVolumeSource::pool, RbdVolumeSource.Builder::pool)
            .field("user", Codecs.STRING, RbdVolumeSource::user, RbdVolumeSource.Builder::user)
            .field("keyring", Codecs.STRING, RbdVolumeSource::keyring, RbdVolumeSource.Builder::keyring)
            .optional(
                    "secretRef", SecretReference.CODEC, RbdVolumeSource::secretRef, RbdVolumeSource.Builder::secretRef)
            .field("readOnly", Codecs.BOOL, RbdVolumeSource::readOnly, RbdVolumeSource.Builder::readOnly);

    /** The monitors. */
    List<String> monitors();

    /** The image's name. */
    @Value.Default
    default String image() {
        return "";
    }

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** The pool; {@code rbd} by default. */
    @Value.Default
    default String pool() {
        return "";
    }

    /** The user; {@code admin} by default. */
    @Value.Default
    default String user() {
        return "";
    }

    /** The user's key ring; {@code /etc/ceph/keyring} by default. */
    @Value.Default
    default String keyring() {
        return "";
    }

    /** The user's secret; overrides the key ring. */
    Optional<SecretReference> secretRef();

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    @Override
    default String key() {
        return "rbd";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableRbdVolumeSource.Builder {
        Builder() {}
    }
}
