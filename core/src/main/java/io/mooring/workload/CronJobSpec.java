package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a CronJob. Kubernetes: {@code batch/v1 CronJobSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface CronJobSpec extends WithCronJobSpec permits ImmutableCronJobSpec {
    /** When Jobs start, as cron writes it: {@code 17 2 * * *}. */
    @Value.Default
    default String schedule() {
        return "";
    }

    /** Where the schedule is read, by the name of a time zone. */
    Optional<String> timeZone();

    /** How many seconds late a Job may start. */
    Optional<Long> startingDeadlineSeconds();

    /** What happens when the last Job still runs; Allow by default. */
    Optional<ConcurrencyPolicy> concurrencyPolicy();

    /** Whether it starts none for now. */
    Optional<Boolean> suspend();

    /** What the Jobs are made from. */
    @Value.Default
    default JobTemplateSpec jobTemplate() {
        return JobTemplateSpec.builder().build();
    }

    /** How many Jobs that completed are kept; 3 by default. */
    Optional<Integer> successfulJobsHistoryLimit();

    /** How many Jobs that failed are kept; 1 by default. */
    Optional<Integer> failedJobsHistoryLimit();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCronJobSpec.Builder {
        Builder() {}
    }
}
