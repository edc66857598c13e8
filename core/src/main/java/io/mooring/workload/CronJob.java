package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Jobs that start by the clock; here there is none, and nothing starts them. Kubernetes: {@code batch/v1 CronJob}. */
@Value.Immutable
@MooringStyle
public sealed interface CronJob extends WithCronJob, KubernetesObject permits ImmutableCronJob {
    /** What Kubernetes calls it. */
    ObjectKind<CronJob> KIND = ObjectKind.of(KnownKind.CRON_JOB, CronJob.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default CronJobSpec spec() {
        return CronJobSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default CronJobStatus status() {
        return CronJobStatus.builder().build();
    }

    @Override
    default ObjectKind<CronJob> kind() {
        return KIND;
    }

    @Override
    default CronJob withStatusOf(KubernetesObject other) {
        return withStatus(((CronJob) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<CronJob> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<CronJob> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /** What the pods of its Jobs are made from. */
    default PodTemplateSpec podTemplate() {
        return spec().jobTemplate().spec().template();
    }

    /**
     * When it is due next after this time; empty if it is suspended, or never due within five years. Without a time zone the
     * schedule is read in UTC.
     */
    default Optional<Instant> dueAfter(Instant now) {
        Instant begin = status().lastScheduleTime()
                .or(() -> metadata().creationTimestamp())
                .orElse(now);
        return spec().suspend().orElse(false)
                ? Optional.empty()
                : CronTimes.next(spec().schedule(), spec().timeZone(), begin, now);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCronJob.Builder {
        Builder() {}
    }
}
