package io.mooring.storage;

import io.mooring.quantity.Quantity;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the controllers say of a claim. Kubernetes: {@code core/v1 PersistentVolumeClaimStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaimStatus extends WithPersistentVolumeClaimStatus
        permits ImmutablePersistentVolumeClaimStatus {
    /** Reads and writes it as Kubernetes does. */
    Schema<PersistentVolumeClaimStatus> CODEC = Schema.of(
                    PersistentVolumeClaimStatus::builder, PersistentVolumeClaimStatus.Builder::build)
            .zeroAsAbsent(
                    "phase",
                    ClaimPhase.CODEC,
                    PersistentVolumeClaimStatus::phase,
                    PersistentVolumeClaimStatus.Builder::phase)
            .list(
                    "accessModes",
                    AccessMode.CODEC,
                    PersistentVolumeClaimStatus::accessModes,
                    PersistentVolumeClaimStatus.Builder::accessModes)
            .map(
                    "capacity",
                    Types.QUANTITY,
                    PersistentVolumeClaimStatus::capacity,
                    PersistentVolumeClaimStatus.Builder::capacity)
            .list(
                    "conditions",
                    PersistentVolumeClaimCondition.CODEC,
                    PersistentVolumeClaimStatus::conditions,
                    PersistentVolumeClaimStatus.Builder::conditions)
            .map(
                    "allocatedResources",
                    Types.QUANTITY,
                    PersistentVolumeClaimStatus::allocatedResources,
                    PersistentVolumeClaimStatus.Builder::allocatedResources)
            .map(
                    "allocatedResourceStatuses",
                    Types.STRING,
                    PersistentVolumeClaimStatus::allocatedResourceStatuses,
                    PersistentVolumeClaimStatus.Builder::allocatedResourceStatuses)
            .optional(
                    "currentVolumeAttributesClassName",
                    Types.STRING,
                    PersistentVolumeClaimStatus::currentVolumeAttributesClassName,
                    PersistentVolumeClaimStatus.Builder::currentVolumeAttributesClassName)
            .optional(
                    "modifyVolumeStatus",
                    ModifyVolumeStatus.CODEC,
                    PersistentVolumeClaimStatus::modifyVolumeStatus,
                    PersistentVolumeClaimStatus.Builder::modifyVolumeStatus)
            .optional(
                    "healthStatus",
                    VolumeHealth.STATUS,
                    PersistentVolumeClaimStatus::healthStatus,
                    PersistentVolumeClaimStatus.Builder::healthStatus)
            .schema();

    /** Where it is in its life. */
    Optional<ClaimPhase> phase();

    /** The modes that its volume offers. */
    List<AccessMode> accessModes();

    /** What its volume holds. */
    Map<String, Quantity> capacity();

    /** What else was observed. */
    List<PersistentVolumeClaimCondition> conditions();

    /** What an expansion under way has set aside. */
    Map<String, Quantity> allocatedResources();

    /** How far an expansion has come. */
    Map<String, String> allocatedResourceStatuses();

    /** The attributes class that holds now. */
    Optional<String> currentVolumeAttributesClassName();

    /** How far a change of attributes class has come. */
    Optional<ModifyVolumeStatus> modifyVolumeStatus();

    /** What the driver says of its volume's health; carried along. */
    Optional<JsonObject> healthStatus();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeClaimStatus.Builder {
        Builder() {}
    }
}
