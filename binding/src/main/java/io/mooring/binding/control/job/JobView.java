package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.Int32;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Times;
import io.mooring.workload.Job;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.UncountedPods;
import java.time.Instant;
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

    /** One that is being deleted counts, for it may never get as far as to fail. Models {@code isPodFailed}. */
    boolean isFailed(Pod pod) {
        return pod.isIn(PodPhase.FAILED)
                || (!job.replacesOnlyFailed() && pod.metadata().isBeingDeleted() && !pod.isIn(PodPhase.SUCCEEDED));
    }

    /** Those that have succeeded and are in no count yet. Models {@code getNewFinishedPods}. */
    List<Pod> newlySucceeded() {
        return fresh(uncounted().succeeded(), pod -> pod.isIn(PodPhase.SUCCEEDED));
    }

    /** Those that have failed and are in no count yet, be it one that is ignored. */
    List<Pod> newlyFailed() {
        return fresh(uncounted().failed(), this::isFailed);
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
                ? succeededIndexes().size()
                : Int32.bounded((long) status().succeeded()
                        + uncounted().succeeded().size()
                        + newlySucceeded().size());
    }

    /** How many failed, counted or not, but for those that the Job ignores. */
    int failed() {
        long fresh = newlyFailed().stream()
                .filter(pod -> FailureVerdict.of(job, pod).counts())
                .count();
        return Int32.bounded(status().failed() + uncounted().failed().size() + fresh);
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
                : job.spec()
                        .activeDeadlineSeconds()
                        .map(seconds -> Times.after(status().startTime().orElse(cluster.now()), seconds));
    }
}
