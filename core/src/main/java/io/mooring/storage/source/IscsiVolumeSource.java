package io.mooring.storage.source;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.JsonValue;
import io.mooring.tree.ObjectCodec;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An iSCSI disk. Kubernetes: {@code core/v1 ISCSIPersistentVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface IscsiVolumeSource extends WithIscsiVolumeSource, VolumeSource
        permits ImmutableIscsiVolumeSource {
    /** Reads and writes it as Kubernetes does. */
    Codec<IscsiVolumeSource> CODEC = ObjectCodec.of(IscsiVolumeSource::builder, IscsiVolumeSource.Builder::build)
            .always(
                    "targetPortal",
                    Codecs.STRING,
                    IscsiVolumeSource::targetPortal,
                    IscsiVolumeSource.Builder::targetPortal)
            .always("iqn", Codecs.STRING, IscsiVolumeSource::iqn, IscsiVolumeSource.Builder::iqn)
            .always("lun", Codecs.INT, IscsiVolumeSource::lun, IscsiVolumeSource.Builder::lun)
            .field(
                    "iscsiInterface",
                    Codecs.STRING,
                    IscsiVolumeSource::iscsiInterface,
                    IscsiVolumeSource.Builder::iscsiInterface)
            .field("fsType", Codecs.STRING, IscsiVolumeSource::fsType, IscsiVolumeSource.Builder::fsType)
            .field("readOnly", Codecs.BOOL, IscsiVolumeSource::readOnly, IscsiVolumeSource.Builder::readOnly)
            .list("portals", Codecs.STRING, IscsiVolumeSource::portals, IscsiVolumeSource.Builder::portals)
            .field(
                    "chapAuthDiscovery",
                    Codecs.BOOL,
                    IscsiVolumeSource::chapAuthDiscovery,
                    IscsiVolumeSource.Builder::chapAuthDiscovery)
            .field(
                    "chapAuthSession",
                    Codecs.BOOL,
                    IscsiVolumeSource::chapAuthSession,
                    IscsiVolumeSource.Builder::chapAuthSession)
            .optional(
                    "secretRef",
                    SecretReference.CODEC,
                    IscsiVolumeSource::secretRef,
                    IscsiVolumeSource.Builder::secretRef)
            .optional(
                    "initiatorName",
                    Codecs.STRING,
                    IscsiVolumeSource::initiatorName,
                    IscsiVolumeSource.Builder::initiatorName);

    /** The portal, {@code address:port}. */
    @Value.Default
    default String targetPortal() {
        return "";
    }

    /** The target's qualified name. */
    @Value.Default
    default String iqn() {
        return "";
    }

    /** The logical unit number. */
    @Value.Default
    default int lun() {
        return 0;
    }

    /** The interface; {@code default} by default. */
    @Value.Default
    default String iscsiInterface() {
        return "";
    }

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

    /** Further portals. */
    List<String> portals();

    /** Whether discovery authenticates by CHAP. */
    @Value.Default
    default boolean chapAuthDiscovery() {
        return false;
    }

    /** Whether the session authenticates by CHAP. */
    @Value.Default
    default boolean chapAuthSession() {
        return false;
    }

    /** The CHAP secret. */
    Optional<SecretReference> secretRef();

    /** The initiator's own name. */
    Optional<String> initiatorName();

    @Override
    default String key() {
        return "iscsi";
    }

    @Override
    default JsonValue toJson() {
        return CODEC.write(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableIscsiVolumeSource.Builder {
        Builder() {}
    }
}
