package io.mooring.storage;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of a claim. Kubernetes: {@code core/v1 PersistentVolumeClaimCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaimCondition extends WithPersistentVolumeClaimCondition
        permits ImmutablePersistentVolumeClaimCondition {
    /** Reads and writes it as Kubernetes does. */
    Codec<PersistentVolumeClaimCondition> CODEC = ObjectCodec.of(
                    PersistentVolumeClaimCondition::builder, PersistentVolumeClaimCondition.Builder::build)
            .always(
                    "type",
                    Codecs.STRING,
                    PersistentVolumeClaimCondition::type,
                    PersistentVolumeClaimCondition.Builder::type)
            .always(
                    "status",
                    Codecs.STRING,
                    PersistentVolumeClaimCondition::status,
                    PersistentVolumeClaimCondition.Builder::status)
            .absentAsNull(
                    "lastProbeTime",
                    Codecs.TIME,
                    PersistentVolumeClaimCondition::lastProbeTime,
                    PersistentVolumeClaimCondition.Builder::lastProbeTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Codecs.TIME,
                    PersistentVolumeClaimCondition::lastTransitionTime,
                    PersistentVolumeClaimCondition.Builder::lastTransitionTime)
            .field(
                    "reason",
                    Codecs.STRING,
                    PersistentVolumeClaimCondition::reason,
                    PersistentVolumeClaimCondition.Builder::reason)
            .field(
                    "message",
                    Codecs.STRING,
                    PersistentVolumeClaimCondition::message,
                    PersistentVolumeClaimCondition.Builder::message);

    /** Which aspect: {@code Resizing}, {@code FileSystemResizePending}, {@code Unused}, ... */
    @Value.Default
    default String type() {
        return "";
    }

    /** {@code True}, {@code False} or {@code Unknown}. */
    @Value.Default
    default String status() {
        return "";
    }

    /** When it was last looked at. */
    Optional<Instant> lastProbeTime();

    /** When the status last changed. */
    Optional<Instant> lastTransitionTime();

    /** One word for the why. */
    @Value.Default
    default String reason() {
        return "";
    }

    /** The why for a person. */
    @Value.Default
    default String message() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeClaimCondition.Builder {
        Builder() {}
    }
}
