package io.mooring.storage;

import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of a claim. Kubernetes: {@code core/v1 PersistentVolumeClaimCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaimCondition extends WithPersistentVolumeClaimCondition
        permits ImmutablePersistentVolumeClaimCondition {
    /** Reads and writes it as Kubernetes does. */
    Schema<PersistentVolumeClaimCondition> CODEC = Schema.of(
                    PersistentVolumeClaimCondition::builder, PersistentVolumeClaimCondition.Builder::build)
            .always(
                    "type",
                    Types.STRING,
                    PersistentVolumeClaimCondition::type,
                    PersistentVolumeClaimCondition.Builder::type)
            .always(
                    "status",
                    Types.STRING,
                    PersistentVolumeClaimCondition::status,
                    PersistentVolumeClaimCondition.Builder::status)
            .absentAsNull(
                    "lastProbeTime",
                    Types.TIME,
                    PersistentVolumeClaimCondition::lastProbeTime,
                    PersistentVolumeClaimCondition.Builder::lastProbeTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    PersistentVolumeClaimCondition::lastTransitionTime,
                    PersistentVolumeClaimCondition.Builder::lastTransitionTime)
            .field(
                    "reason",
                    Types.STRING,
                    PersistentVolumeClaimCondition::reason,
                    PersistentVolumeClaimCondition.Builder::reason)
            .field(
                    "message",
                    Types.STRING,
                    PersistentVolumeClaimCondition::message,
                    PersistentVolumeClaimCondition.Builder::message)
            .schema();

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
