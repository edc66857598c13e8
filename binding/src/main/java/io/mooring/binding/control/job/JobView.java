package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.world.Cluster;
import io.mooring.workload.Job;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.UncountedPods;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A Job with its pods, as one sync of it sees them. Models {@code syncJobCtx}. */
record JobView(Cluster cluster, Job job, List<Pod> pods) {
    private static final int DEFAULT_BACKOFF_LIMIT = 6;

    JobStatus status() {
        return job.status();
    }

    UncountedPods uncounted() {
        return status().uncountedTerminatedPods()
                .orElseGet(() -> UncountedPods.builder().build());
    }

    /** Those that have not ended and are not being deleted. */
    List<Pod> active() {
        return pods.stream().filter(PodState::isActive).toList();
    }

    List<Pod> terminating() {
        return pods.stream().filter(PodState::isTerminating).toList();
    }

    /** Whether a pod that is being deleted counts as failed only once it has. */
    boolean replacesOnlyFailed() {
        return job.spec().podReplacementPolicy().equals(Optional.of("Failed"));
    }

    /** One that is being deleted counts, for it may never get as far as to fail. Models {@code isPodFailed}. */
    boolean isFailed(Pod pod) {
        return pod.isIn(PodPhase.FAILED)
                || (!replacesOnlyFailed() && pod.metadata().isBeingDeleted() && !pod.isIn(PodPhase.SUCCEEDED));
    }

    private List<Pod> fresh(List<String> uncounted, Predicate<Pod> counts) {
        Set<String> known = new HashSet<>(uncounted);
        return pods.stream()
                .filter(pod -> TrackedPods.isTracked(pod)
                        && !known.contains(pod.metadata().uid())
                        && (!job.isIndexed() || isNumbered(pod))
                        && counts.test(pod))
                .toList();
    }

    /** How many succeeded, counted or not. */
    int succeeded() {
        return job.isIndexed()
                ? succeededIndexes().numbers().size()
                : status().succeeded()
                        + uncounted().succeeded().size()
                        + fresh(uncounted().succeeded(), pod -> pod.isIn(PodPhase.SUCCEEDED))
                                .size();
    }

    /** How many failed, counted or not. */
    int failed() {
        return status().failed()
                + uncounted().failed().size()
                + fresh(uncounted().failed(), this::isFailed).size();
    }

    int completions() {
        return job.spec().completions().orElse(0);
    }

    /** The numbers that succeeded, counted or not. */
    Indexes succeededIndexes() {
        return Indexes.parse(status().completedIndexes(), completions())
                .and(pods.stream()
                        .filter(pod -> TrackedPods.isTracked(pod) && isNumbered(pod) && pod.isIn(PodPhase.SUCCEEDED))
                        .map(pod -> TrackedPods.index(pod).getAsInt())
                        .collect(Collectors.toSet()));
    }

    /** Whether the pod has one of the Job's numbers. */
    boolean isNumbered(Pod pod) {
        OptionalInt index = TrackedPods.index(pod);
        return index.isPresent() && index.getAsInt() < completions();
    }

    boolean isBeyondBackoffLimit() {
        int limit = job.spec().backoffLimit().orElse(DEFAULT_BACKOFF_LIMIT);
        return failed() > limit || isRestartedTooOften(limit);
    }

    /** Models {@code pastBackoffLimitOnFailure}. */
    private boolean isRestartedTooOften(int limit) {
        if (!job.spec().template().spec().rest().get("restartPolicy").equals(Optional.of(TrackedPods.ON_FAILURE))) {
            return false;
        }
        long restarts = pods.stream()
                .filter(pod -> pod.isIn(PodPhase.RUNNING) || pod.isIn(PodPhase.PENDING))
                .mapToLong(TrackedPods::restarts)
                .sum();
        return limit == 0 ? restarts > 0 : restarts >= limit;
    }

    /** When it must be over; empty if there is no such time, or while it is suspended. */
    Optional<Instant> deadline() {
        return job.isSuspended()
                ? Optional.empty()
                : job.spec().activeDeadlineSeconds().map(status().startTime().orElse(cluster.now())::plusSeconds);
    }

    /**
     * How many pods failed since the last success, and when the last of them did, as far as there are pods to tell. Upstream
     * keeps the numbers in memory.
     */
    Optional<Backoff> backoff() {
        Optional<Instant> success = pods.stream()
                .filter(pod -> pod.isIn(PodPhase.SUCCEEDED))
                .map(TrackedPods::ended)
                .max(Comparator.naturalOrder());
        List<Instant> failures = pods.stream()
                .filter(this::isFailed)
                .map(TrackedPods::ended)
                .filter(end -> success.isEmpty() || end.isAfter(success.get()))
                .sorted()
                .toList();
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(new Backoff(failures.size(), failures.get(failures.size() - 1)));
    }
}
