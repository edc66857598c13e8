package io.mooring.binding.control.resize;

import io.mooring.binding.control.volume.ClaimConditions;
import io.mooring.storage.ModifyVolumeStatus;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.storage.PersistentVolumeClaimStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a claim's status says of a change of its attributes. Models {@code modify_status.go} of external-resizer. */
final class ModificationStatus {
    static final String PENDING = "Pending";
    static final String IN_PROGRESS = "InProgress";
    static final String INFEASIBLE = "Infeasible";

    private static final String MODIFYING = "ModifyingVolume";
    private static final String ERROR = "ModifyVolumeError";
    private static final String UNFINISHED = " is still in progress.";

    private ModificationStatus() {}

    /** How far the change is; empty for none. */
    static Optional<String> of(PersistentVolumeClaim claim) {
        return claim.status().modifyVolumeStatus().map(ModifyVolumeStatus::status);
    }

    /** The class that the change is to lead to; empty for none. */
    static String target(PersistentVolumeClaim claim) {
        return claim.status()
                .modifyVolumeStatus()
                .map(ModifyVolumeStatus::targetVolumeAttributesClassName)
                .orElse("");
    }

    /** Whether nobody knows if the last try went through; upstream remembers that in memory. */
    static boolean isUncertain(PersistentVolumeClaim claim) {
        return claim.condition(MODIFYING)
                .filter(each -> each.message().endsWith(UNFINISHED))
                .isPresent();
    }

    static boolean isModifying(PersistentVolumeClaim claim) {
        return claim.condition(MODIFYING).isPresent();
    }

    /** What the driver's last answer was, if it was a refusal. */
    static Optional<String> error(PersistentVolumeClaim claim) {
        return claim.condition(ERROR).map(PersistentVolumeClaimCondition::message);
    }

    /** When it was last refused. */
    static Optional<Instant> failedAt(PersistentVolumeClaim claim) {
        return claim.condition(ERROR).flatMap(PersistentVolumeClaimCondition::lastProbeTime);
    }

    /** The class does not exist yet. */
    static PersistentVolumeClaimStatus pending(PersistentVolumeClaim claim) {
        return claim.status().withModifyVolumeStatus(at(PENDING, target(claim)));
    }

    static PersistentVolumeClaimStatus inProgress(PersistentVolumeClaim claim, String target, Instant now) {
        return modifying(
                claim.status().withModifyVolumeStatus(at(IN_PROGRESS, target)),
                "Modifying volume to \"" + target + "\" is in progress.",
                now);
    }

    static PersistentVolumeClaimStatus infeasible(PersistentVolumeClaim claim, String message, Instant now) {
        return erring(claim, INFEASIBLE, " failed. Waiting for retry.", "InvalidArgument", message, now);
    }

    static PersistentVolumeClaimStatus failed(PersistentVolumeClaim claim, String message, Instant now) {
        return erring(claim, IN_PROGRESS, " failed. Waiting for retry.", "Internal", message, now);
    }

    static PersistentVolumeClaimStatus unfinished(PersistentVolumeClaim claim, String message, Instant now) {
        return erring(claim, IN_PROGRESS, UNFINISHED, "Aborted", message, now);
    }

    private static PersistentVolumeClaimStatus erring(
            PersistentVolumeClaim claim, String how, String outcome, String code, String message, Instant now) {
        String target = target(claim);
        PersistentVolumeClaimStatus status = modifying(
                claim.status().withModifyVolumeStatus(at(how, target)),
                "Modifying volume to \"" + target + "\"" + outcome,
                now);
        return status.withConditions(merged(status.conditions(), probed(ERROR, code, message, now)));
    }

    private static PersistentVolumeClaimStatus modifying(
            PersistentVolumeClaimStatus status, String message, Instant now) {
        return status.withConditions(merged(status.conditions(), probed(MODIFYING, "", message, now)));
    }

    private static ModifyVolumeStatus at(String how, String target) {
        return ModifyVolumeStatus.builder()
                .status(how)
                .targetVolumeAttributesClassName(target)
                .build();
    }

    private static PersistentVolumeClaimCondition probed(String type, String reason, String message, Instant now) {
        return PersistentVolumeClaimCondition.builder()
                .type(type)
                .status("True")
                .reason(reason)
                .message(message)
                .lastProbeTime(now)
                .lastTransitionTime(now)
                .build();
    }

    /** Models {@code MergePVCConditions}: another message is no transition. */
    private static List<PersistentVolumeClaimCondition> merged(
            List<PersistentVolumeClaimCondition> conditions, PersistentVolumeClaimCondition changed) {
        Optional<PersistentVolumeClaimCondition> same = conditions.stream()
                .filter(each -> each.type().equals(changed.type())
                        && each.reason().equals(changed.reason())
                        && each.status().equals(changed.status()))
                .findFirst();
        return ClaimConditions.with(
                conditions,
                same.map(old -> changed.withLastTransitionTime(old.lastTransitionTime()))
                        .orElse(changed));
    }

    /** Models {@code markControllerModifyVolumeCompleted}. */
    static PersistentVolumeClaimStatus completed(PersistentVolumeClaim claim) {
        return claim.status()
                .withCurrentVolumeAttributesClassName(target(claim))
                .withModifyVolumeStatus(Optional.empty())
                .withConditions(ClaimConditions.without(claim.status().conditions(), Set.of(MODIFYING, ERROR)));
    }

    /** Models {@code markRolledBack}. */
    static PersistentVolumeClaimStatus rolledBack(PersistentVolumeClaim claim) {
        return claim.status()
                .withConditions(ClaimConditions.without(claim.status().conditions(), Set.of(MODIFYING)));
    }
}
