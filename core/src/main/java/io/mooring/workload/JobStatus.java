package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was observed of a Job. Kubernetes: {@code batch/v1 JobStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface JobStatus extends WithJobStatus permits ImmutableJobStatus {
    /** How it ended, and what else was observed. */
    List<JobCondition> conditions();

    /** When it began, or began again. */
    Optional<Instant> startTime();

    /** When it completed. */
    Optional<Instant> completionTime();

    /** How many pods have not ended and are not being deleted. */
    @Value.Default
    default int active() {
        return 0;
    }

    /** How many succeeded. */
    @Value.Default
    default int succeeded() {
        return 0;
    }

    /** How many failed. */
    @Value.Default
    default int failed() {
        return 0;
    }

    /** How many are being deleted. */
    Optional<Integer> terminating();

    /** Which numbers succeeded: {@code 1,3-5}. */
    @Value.Default
    default String completedIndexes() {
        return "";
    }

    /** Which numbers failed. */
    Optional<String> failedIndexes();

    /** Pods that have ended and are not counted yet. */
    Optional<UncountedPods> uncountedTerminatedPods();

    /** How many are ready. */
    Optional<Integer> ready();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableJobStatus.Builder {
        Builder() {}
    }
}
