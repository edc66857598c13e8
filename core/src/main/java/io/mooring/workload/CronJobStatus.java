package io.mooring.workload;

import io.mooring.meta.ObjectReference;
import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was observed of a CronJob. Kubernetes: {@code batch/v1 CronJobStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface CronJobStatus extends WithCronJobStatus permits ImmutableCronJobStatus {
    /** The Jobs that run. */
    List<ObjectReference> active();

    /** When it started one last. */
    Optional<Instant> lastScheduleTime();

    /** When one completed last. */
    Optional<Instant> lastSuccessfulTime();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCronJobStatus.Builder {
        Builder() {}
    }
}
