package io.mooring.binding.control.volume;

import io.mooring.binding.world.Change;
import io.mooring.workload.Pod;

/** Changes of pods. */
public final class PodChanges {
    private PodChanges() {}

    /**
     * Whether a change of a pod may matter to its claims and volumes: it came or went, was placed, ended, or is being
     * deleted otherwise than before. That it runs or is ready is no news to them.
     */
    public static boolean isNews(Change change) {
        return change.isCreation()
                || change.isRemoval()
                || isNews((Pod) change.before().orElseThrow(), (Pod)
                        change.after().orElseThrow());
    }

    private static boolean isNews(Pod before, Pod after) {
        return !before.spec().equals(after.spec())
                || before.hasEnded() != after.hasEnded()
                || before.isTerminated() != after.isTerminated()
                || before.metadata().isBeingDeleted() != after.metadata().isBeingDeleted()
                || !before.metadata()
                        .deletionGracePeriodSeconds()
                        .equals(after.metadata().deletionGracePeriodSeconds());
    }
}
