package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A Fibre Channel disk. Kubernetes: {@code core/v1 FCVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface FcVolumeSource extends WithFcVolumeSource, VolumeSource permits ImmutableFcVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<FcVolumeSource> CODEC = ObjectCodec.of(FcVolumeSource::builder, FcVolumeSource.Builder::build)
            .list("targetWWNs", Codecs.STRING, FcVolumeSource::targetWWNs, FcVolumeSource.Builder::targetWWNs)
            .optional("lun", Codecs.INT, FcVolumeSource::lun, FcVolumeSource.Builder::lun)
            .field("fsType", Codecs.STRING, FcVolumeSource::fsType, FcVolumeSource.Builder::fsType)
            .field("readOnly", Codecs.BOOL, FcVolumeSource::readOnly, FcVolumeSource.Builder::readOnly)
            .list("wwids", Codecs.STRING, FcVolumeSource::wwids, FcVolumeSource.Builder::wwids);

    /** The targets' world wide names. */
    List<String> targetWWNs();

    /** The logical unit number. */
    Optional<Integer> lun();

    /** The file system, such as {@code ext4}. */
    @Value.Default
    default String fsType() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** The volume's world wide identifiers, instead of names and number. */
    List<String> wwids();

    @Override
    default String key() {
        return "fc";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableFcVolumeSource.Builder {
        Builder() {}
    }
}
