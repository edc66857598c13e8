package io.mooring.binding.control.workload;

import io.mooring.binding.world.Change;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a pod matters to whoever keeps it. */
public record PodState(
        Map<String, String> labels,
        List<OwnerReference> owners,
        boolean isBeingDeleted,
        Optional<PodPhase> phase,
        boolean isReady) {
    private static PodState of(Pod pod) {
        return new PodState(
                pod.metadata().labels(),
                pod.metadata().ownerReferences(),
                pod.metadata().isBeingDeleted(),
                pod.status().phase(),
                pod.isReady());
    }

    /** Whether the change of a pod is one for its keeper to see. */
    public static boolean matters(Change<Pod> change) {
        return !change.before().map(PodState::of).equals(change.after().map(PodState::of));
    }

    /** Whether the pod may be somebody else's from now on: it is new, or has other labels or owners. */
    public static boolean isOfOthers(Change<Pod> change) {
        ObjectMeta metadata = change.object().metadata();
        return !change.isRemoval()
                && change.before()
                        .map(Pod::metadata)
                        .map(before -> !before.labels().equals(metadata.labels())
                                || !before.ownerReferences().equals(metadata.ownerReferences()))
                        .orElse(true);
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
