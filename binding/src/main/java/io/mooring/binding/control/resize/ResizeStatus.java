package io.mooring.binding.control.resize;

import io.mooring.binding.control.volume.ClaimConditions;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.storage.PersistentVolumeClaimStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a claim's status says of a resize. Models {@code resize_status.go} of external-resizer. */
final class ResizeStatus {
    /** The one resource of a claim that is resized. */
    static final String STORAGE = "storage";

    static final String CONTROLLER_IN_PROGRESS = "ControllerResizeInProgress";
    static final String CONTROLLER_INFEASIBLE = "ControllerResizeInfeasible";
    static final String NODE_PENDING = "NodeResizePending";
    static final String NODE_IN_PROGRESS = "NodeResizeInProgress";
    static final String NODE_INFEASIBLE = "NodeResizeInfeasible";

    private static final String RESIZING = "Resizing";
    private static final String FILE_SYSTEM_PENDING = "FileSystemResizePending";
    private static final String CONTROLLER_ERROR = "ControllerResizeError";
    private static final String NODE_ERROR = "NodeResizeError";
    private static final Set<String> CONDITIONS = Set.of(RESIZING, FILE_SYSTEM_PENDING, CONTROLLER_ERROR, NODE_ERROR);

    private ResizeStatus() {}

    /** How far the resize is; empty for none. */
    static String of(PersistentVolumeClaim claim) {
        return claim.status().allocatedResourceStatuses().getOrDefault(STORAGE, "");
    }

    /** What the resize is to lead to. */
    static Optional<Quantity> allocated(PersistentVolumeClaim claim) {
        return Optional.ofNullable(claim.status().allocatedResources().get(STORAGE));
    }

    /** When it last failed for sure; upstream remembers that in memory, where a condition says the same. */
    static Optional<Instant> failedAt(PersistentVolumeClaim claim) {
        return claim.condition(CONTROLLER_ERROR).flatMap(PersistentVolumeClaimCondition::lastTransitionTime);
    }

    /** What the driver's last answer was, if it was a refusal. */
    static Optional<String> error(PersistentVolumeClaim claim) {
        return claim.condition(CONTROLLER_ERROR)
                .or(() -> claim.condition(NODE_ERROR))
                .map(PersistentVolumeClaimCondition::message);
    }

    /** Whether a condition says that the node's turn has come. */
    static boolean awaitsFileSystem(PersistentVolumeClaim claim) {
        return isTrue(claim, FILE_SYSTEM_PENDING);
    }

    /** Whether a condition says that somebody is at it. */
    static boolean isResizing(PersistentVolumeClaim claim) {
        return isTrue(claim, RESIZING);
    }

    private static boolean isTrue(PersistentVolumeClaim claim, String type) {
        return claim.condition(type)
                .filter(condition -> condition.status().equals("True"))
                .isPresent();
    }

    /** Models {@code markControllerResizeInProgress}: a resize to the same size keeps what was said of it. */
    static PersistentVolumeClaimStatus inProgress(PersistentVolumeClaim claim, Quantity size, Instant now) {
        PersistentVolumeClaimStatus status = claim.status();
        PersistentVolumeClaimCondition resizing = condition(RESIZING, "", now);
        if (allocated(claim).filter(each -> each.compareTo(size) == 0).isPresent()) {
            return status.withConditions(ClaimConditions.with(status.conditions(), resizing));
        }
        List<PersistentVolumeClaimCondition> others = ClaimConditions.without(status.conditions(), CONDITIONS);
        return at(status, CONTROLLER_IN_PROGRESS)
                .withAllocatedResources(with(status.allocatedResources(), size))
                .withConditions(ClaimConditions.with(others, resizing));
    }

    /** Models {@code markForPendingNodeExpansion}. */
    static PersistentVolumeClaimStatus awaitingFileSystem(PersistentVolumeClaimStatus status, Instant now) {
        PersistentVolumeClaimCondition pending = condition(
                FILE_SYSTEM_PENDING,
                "Waiting for user to (re-)start a pod to finish file system resize of volume on node.",
                now);
        return at(status, NODE_PENDING).withConditions(ClaimConditions.with(status.conditions(), pending));
    }

    /** Models {@code markControllerExpansionInfeasible}. */
    static PersistentVolumeClaimStatus infeasible(PersistentVolumeClaimStatus status, String message, Instant now) {
        return failed(at(status, CONTROLLER_INFEASIBLE), message, now);
    }

    /** Models {@code markControllerExpansionFailedCondition}. */
    static PersistentVolumeClaimStatus failed(PersistentVolumeClaimStatus status, String message, Instant now) {
        PersistentVolumeClaimCondition error = condition(CONTROLLER_ERROR, "failed to expand pvc with " + message, now);
        return status.withConditions(ClaimConditions.with(status.conditions(), error));
    }

    /** Models {@code markOverallExpansionAsFinished}: what was allocated stays. */
    static PersistentVolumeClaimStatus finished(PersistentVolumeClaimStatus status, Quantity size) {
        Map<String, String> statuses = new LinkedHashMap<>(status.allocatedResourceStatuses());
        statuses.remove(STORAGE);
        return status.withAllocatedResourceStatuses(statuses)
                .withCapacity(with(status.capacity(), size))
                .withConditions(ClaimConditions.without(status.conditions(), CONDITIONS));
    }

    private static PersistentVolumeClaimStatus at(PersistentVolumeClaimStatus status, String how) {
        Map<String, String> statuses = new LinkedHashMap<>(status.allocatedResourceStatuses());
        statuses.put(STORAGE, how);
        return status.withAllocatedResourceStatuses(statuses);
    }

    private static Map<String, Quantity> with(Map<String, Quantity> sizes, Quantity size) {
        Map<String, Quantity> changed = new LinkedHashMap<>(sizes);
        changed.put(STORAGE, size);
        return changed;
    }

    private static PersistentVolumeClaimCondition condition(String type, String message, Instant now) {
        return PersistentVolumeClaimCondition.builder()
                .type(type)
                .status("True")
                .message(message)
                .lastTransitionTime(now)
                .build();
    }
}
