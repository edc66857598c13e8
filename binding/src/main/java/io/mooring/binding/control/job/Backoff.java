package io.mooring.binding.control.job;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a Job waits before it replaces pods that failed: ten seconds, twice as long each time, ten minutes at most. Models
 * {@code getRemainingTime}.
 *
 * @param failures since the last success
 * @param last when the last of them was
 */
record Backoff(int failures, Instant last) {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Zero or less if it has waited long enough. */
    Duration remaining(Instant now) {
        Duration wait = FIRST;
        for (int i = 1; i < failures && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        Duration longest = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return Duration.between(now, last.plus(longest));
    }
}
