package io.mooring.binding.control.workload;

import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a ready pod still has to wait until it counts as available. Models {@code podutil.IsPodAvailable}. */
public final class Availability {
    private Availability() {}

    /**
     * How long, if it has to.
     *
     * @param seconds how long a pod must have been ready
     */
    public static Optional<Duration> wait(int seconds, Pod pod, Instant now) {
        if (seconds == 0) {
            return Optional.empty();
        }
        return pod.condition("Ready")
                .flatMap(PodCondition::lastTransitionTime)
                .map(since -> Duration.between(now, since.plusSeconds(seconds)))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    /** Whether the pod is ready, and has been for long enough. */
    public static boolean isAvailable(int seconds, Pod pod, Instant now) {
        return pod.isReady() && wait(seconds, pod, now).isEmpty();
    }
}
