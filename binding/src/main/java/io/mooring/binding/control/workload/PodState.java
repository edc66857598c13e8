package io.mooring.binding.control.workload;

import io.mooring.binding.world.Change;
import io.mooring.workload.Pod;

/** What of a pod matters to whoever keeps it. */
public final class PodState {
    private PodState() {}

    /** Whether the change of a pod is one for its keeper to see. */
    public static boolean matters(Change<Pod> change) {
        if (!change.isUpdate()) {
            return true;
        }
        Pod before = change.before().orElseThrow();
        Pod after = change.object();
        return isOfOthers(before, after)
                || before.metadata().isBeingDeleted() != after.metadata().isBeingDeleted()
                || !before.status().phase().equals(after.status().phase())
                || before.isReady() != after.isReady();
    }

    /** Whether the pod may be somebody else's from now on: it is new, or has other labels or owners. */
    public static boolean isOfOthers(Change<Pod> change) {
        return change.isUpdate() ? isOfOthers(change.before().orElseThrow(), change.object()) : change.isCreation();
    }

    private static boolean isOfOthers(Pod before, Pod after) {
        return !before.metadata().labels().equals(after.metadata().labels())
                || !before.metadata().ownerReferences().equals(after.metadata().ownerReferences());
    }

    /** Whether the pod has not ended and is not being deleted. Models {@code IsPodActive}. */
    public static boolean isActive(Pod pod) {
        return !pod.hasEnded() && !pod.metadata().isBeingDeleted();
    }

    /** Whether the pod is being deleted and has not ended. Models {@code IsPodTerminating}. */
    public static boolean isTerminating(Pod pod) {
        return !pod.hasEnded() && pod.metadata().isBeingDeleted();
    }
}
