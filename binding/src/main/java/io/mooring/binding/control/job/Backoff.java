package io.mooring.binding.control.job;

import io.mooring.binding.finding.JobBackoff;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a Job waits before it replaces pods that failed: ten seconds, twice as long each time, ten minutes at most. Models
 * {@code backoff_utils.go}.
 *
 * <p>Upstream counts in memory, and forgets when its controller starts anew. Here the cluster keeps the count; where it has
 * none, as in a cluster that was opened, the pods that are there still are counted.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Backoff() {}

    /** Zero if it has waited long enough. Models {@code getRemainingTimeForFailuresCount}. */
    static Duration remaining(long failures, Instant last, Instant now) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST;
        for (long i = 1; i < failures && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        Duration longest = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        Duration left = Duration.between(now, last.plus(longest));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What is to be kept in mind after this sync. Models {@code newBackoffRecord}. */
    static JobBackoff after(JobView view) {
        return view.cluster()
                .finding(view.job().ref())
                .filter(JobBackoff.class::isInstance)
                .map(JobBackoff.class::cast)
                .map(before -> after(before, view))
                .orElseGet(() -> ofPods(view));
    }

    private static JobBackoff after(JobBackoff before, JobView view) {
        Optional<Instant> success = lastEnd(view.newlySucceeded().stream());
        List<Instant> failures = endsAfter(success, view.newlyFailed().stream());
        if (success.isPresent()) {
            return finding(view, 0, failures);
        }
        return failures.isEmpty() ? before : finding(view, before.failures(), failures);
    }

    /** A pod that is on its way counts as long as nobody has counted it. */
    private static JobBackoff ofPods(JobView view) {
        Optional<Instant> success = lastEnd(view.pods().stream().filter(pod -> pod.isIn(PodPhase.SUCCEEDED)));
        Stream<Pod> failed = view.pods().stream()
                .filter(pod -> pod.isIn(PodPhase.FAILED) || (TrackedPods.isTracked(pod) && view.isFailed(pod)));
        return finding(view, 0, endsAfter(success, failed));
    }

    private static JobBackoff finding(JobView view, int before, List<Instant> failures) {
        return new JobBackoff(
                view.job().ref(), before + failures.size(), failures.stream().max(Comparator.naturalOrder()));
    }

    private static Optional<Instant> lastEnd(Stream<Pod> pods) {
        return pods.map(TrackedPods::ended).max(Comparator.naturalOrder());
    }

    private static List<Instant> endsAfter(Optional<Instant> success, Stream<Pod> failed) {
        return failed.map(TrackedPods::ended)
                .filter(end -> success.isEmpty() || end.isAfter(success.get()))
                .toList();
    }
}
