package io.mooring.binding.control.set;

import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a ready pod still has to wait until it counts as available. Models {@code podutil.IsPodAvailable}. */
final class Availability {
    private Availability() {}

    static Optional<Duration> wait(StatefulSet set, Pod pod, Instant now) {
        int seconds = set.spec().minReadySeconds();
        if (seconds == 0) {
            return Optional.empty();
        }
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("Ready"))
                .findFirst()
                .flatMap(PodCondition::lastTransitionTime)
                .map(since -> Duration.between(now, since.plusSeconds(seconds)))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }
}
