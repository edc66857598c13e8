package io.mooring.binding.control.volume;

import io.mooring.binding.world.Change;
import io.mooring.workload.Pod;

/** Changes of pods. */
public final class PodChanges {
    private PodChanges() {}

    /**
     * Whether the change may matter to the pod's claims and volumes: it came or went, was placed, ended, or is being deleted
     * otherwise than before. That it runs or is ready does not matter to them.
     */
    public static boolean matterToVolumes(Change<Pod> change) {
        return !change.isUpdate() || matters(change.before().orElseThrow(), change.object());
    }

    private static boolean matters(Pod before, Pod after) {
        return !before.spec().equals(after.spec())
                || before.hasEnded() != after.hasEnded()
                || before.isTerminated() != after.isTerminated()
                || before.metadata().isBeingDeleted() != after.metadata().isBeingDeleted()
                || !before.metadata()
                        .deletionGracePeriodSeconds()
                        .equals(after.metadata().deletionGracePeriodSeconds());
    }
}
