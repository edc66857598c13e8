package io.mooring.admission.claim;

import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;

import io.mooring.admission.storage.AccessModes;
import io.mooring.admission.storage.ResourceAmounts;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.ModifyVolumeStatus;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.storage.PersistentVolumeClaimStatus;
import java.util.List;

/** What the controllers say of a claim; defaults of {@code SetDefaults_PersistentVolumeClaim}. Nothing of it is checked. */
public final class ClaimStatusSchema {
    private static final Schema<PersistentVolumeClaimCondition> CONDITION = Schema.of(
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

    private static final Schema<ModifyVolumeStatus> MODIFY_VOLUME = Schema.of(
                    ModifyVolumeStatus::builder, ModifyVolumeStatus.Builder::build)
            .field(
                    "targetVolumeAttributesClassName",
                    Types.STRING,
                    ModifyVolumeStatus::targetVolumeAttributesClassName,
                    ModifyVolumeStatus.Builder::targetVolumeAttributesClassName)
            .always("status", Types.STRING, ModifyVolumeStatus::status, ModifyVolumeStatus.Builder::status)
            .schema();

    /** What a driver says of its volume's health. Kubernetes: {@code VolumeHealthStatus}. */
    private static final TreeSchema HEALTH = TreeSchema.of(
            objects(
                    "healthConditions",
                    TreeSchema.of(text("status").always(), text("reason").always(), text("message"))),
            Field.of("lastTransitionTime", Types.TIME).always());

    public static final Schema<PersistentVolumeClaimStatus> STATUS = Schema.of(
                    PersistentVolumeClaimStatus::builder, PersistentVolumeClaimStatus.Builder::build)
            .zeroAsAbsent(
                    "phase",
                    Types.named(
                            ClaimPhase::new,
                            ClaimPhase::value,
                            List.of(ClaimPhase.PENDING, ClaimPhase.BOUND, ClaimPhase.LOST)),
                    PersistentVolumeClaimStatus::phase,
                    PersistentVolumeClaimStatus.Builder::phase)
            .preset(ClaimPhase.PENDING, PersistentVolumeClaimStatus::withPhase)
            .list(
                    "accessModes",
                    AccessModes.MODE,
                    PersistentVolumeClaimStatus::accessModes,
                    PersistentVolumeClaimStatus.Builder::accessModes)
            .map(
                    "capacity",
                    Types.QUANTITY,
                    PersistentVolumeClaimStatus::capacity,
                    PersistentVolumeClaimStatus.Builder::capacity)
            .filled(ResourceAmounts::rounded)
            .list(
                    "conditions",
                    CONDITION,
                    PersistentVolumeClaimStatus::conditions,
                    PersistentVolumeClaimStatus.Builder::conditions)
            .map(
                    "allocatedResources",
                    Types.QUANTITY,
                    PersistentVolumeClaimStatus::allocatedResources,
                    PersistentVolumeClaimStatus.Builder::allocatedResources)
            .filled(ResourceAmounts::rounded)
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
                    MODIFY_VOLUME,
                    PersistentVolumeClaimStatus::modifyVolumeStatus,
                    PersistentVolumeClaimStatus.Builder::modifyVolumeStatus)
            .optional(
                    "healthStatus",
                    HEALTH,
                    PersistentVolumeClaimStatus::healthStatus,
                    PersistentVolumeClaimStatus.Builder::healthStatus)
            .schema();

    private ClaimStatusSchema() {}
}
