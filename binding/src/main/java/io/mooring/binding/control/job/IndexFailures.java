package io.mooring.binding.control.job;

import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the numbers of an Indexed Job fail each by itself: a number has failed when so many of its pods have. Each pod carries
 * how many failed before it; so the last one that failed is held until its successor is there. A Job without such a limit has
 * none of this.
 *
 * @param failed the numbers that are not tried again
 * @param waiting by its number, the pod that has no successor yet
 */
record IndexFailures(Indexes failed, Map<Integer, Pod> waiting) {
    private static final IndexFailures NONE = new IndexFailures(Indexes.NONE, Map.of());

    /** Models {@code hasBackoffLimitPerIndex}. */
    static boolean areCounted(Job job) {
        return job.isIndexed() && job.spec().backoffLimitPerIndex().isPresent();
    }

    static IndexFailures of(JobView view) {
        if (!areCounted(view.job())) {
            return NONE;
        }
        Indexes failed = failed(view);
        return new IndexFailures(failed, waiting(view, failed));
    }

    /** Models {@code calculateFailedIndexes}. */
    private static Indexes failed(JobView view) {
        Set<Integer> fresh = new HashSet<>();
        view.pods().stream()
                .filter(pod -> TrackedPods.isTracked(pod) && view.isNumbered(pod) && failsItsNumber(view, pod))
                .forEach(pod -> fresh.add(TrackedPods.index(pod).getAsInt()));
        return Indexes.parse(view.status().failedIndexes().orElse(""), view.completions())
                .and(fresh);
    }

    /** Models {@code isIndexFailed}. */
    private static boolean failsItsNumber(JobView view, Pod pod) {
        if (!view.isFailed(pod)) {
            return false;
        }
        FailureVerdict verdict = FailureVerdict.of(view.job(), pod);
        int limit = view.job().spec().backoffLimitPerIndex().orElse(0);
        return verdict.failsIndex() || (verdict.counts() && TrackedPods.failuresBefore(pod) >= limit);
    }

    /** Models {@code getPodsWithDelayedDeletionPerIndex}. */
    private static Map<Integer, Pod> waiting(JobView view, Indexes failed) {
        Indexes settled = failed.and(view.succeededIndexes()).and(TrackedPods.indexes(view.active()));
        Map<Integer, Pod> waiting = new HashMap<>();
        view.pods().stream()
                .filter(pod -> TrackedPods.isTracked(pod) && view.isNumbered(pod) && view.isFailed(pod))
                .filter(pod -> !settled.contains(TrackedPods.index(pod).getAsInt()))
                .forEach(pod -> waiting.merge(TrackedPods.index(pod).getAsInt(), pod, IndexFailures::last));
        return waiting;
    }

    private static Pod last(Pod one, Pod other) {
        boolean isLater = TrackedPods.allFailuresBefore(one) <= TrackedPods.allFailuresBefore(other)
                && !TrackedPods.ended(other).isBefore(TrackedPods.ended(one));
        return isLater ? other : one;
    }

    boolean isWaiting(Pod pod) {
        return waiting.containsValue(pod);
    }

    /** How the Job ends because of them. */
    Optional<Ending> ending(JobView view) {
        long count = failed.size();
        if (view.job().spec().maxFailedIndexes().filter(most -> count > most).isPresent()) {
            return Optional.of(Ending.TOO_MANY_INDEXES);
        }
        return count > 0 && count + view.succeededIndexes().size() >= view.completions()
                ? Optional.of(Ending.FAILED_INDEXES)
                : Optional.empty();
    }

    /** How long the number has to wait for its next pod. Models {@code getRemainingTimePerIndex}. */
    private Duration remaining(JobView view, int index) {
        Pod pod = waiting.get(index);
        return pod == null
                ? Duration.ZERO
                : Backoff.remaining(
                        TrackedPods.allFailuresBefore(pod) + 1,
                        TrackedPods.ended(pod),
                        view.cluster().now());
    }

    /** Those of the numbers that need not wait. */
    List<Integer> due(JobView view, Collection<Integer> indexes) {
        return indexes.stream().filter(index -> remaining(view, index).isZero()).toList();
    }

    /** How long the first of the numbers has to wait. */
    Optional<Duration> untilFirst(JobView view, Collection<Integer> indexes) {
        return indexes.stream().map(index -> remaining(view, index)).min(Duration::compareTo);
    }

    /** What the next pod of the number carries. Models {@code addIndexFailureCountAnnotation}. */
    Map<String, String> annotations(Job job, int index) {
        if (!areCounted(job)) {
            return Map.of();
        }
        Pod before = waiting.get(index);
        long counted = 0;
        long ignored = 0;
        if (before != null) {
            boolean counts = FailureVerdict.of(job, before).counts();
            counted = TrackedPods.failuresBefore(before) + (counts ? 1 : 0);
            ignored = TrackedPods.ignoredFailuresBefore(before) + (counts ? 0 : 1);
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(Job.INDEX_FAILURES, Long.toString(counted));
        if (ignored > 0) {
            annotations.put(Job.INDEX_IGNORED_FAILURES, Long.toString(ignored));
        }
        return annotations;
    }
}
