package io.mooring.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** What a CronJob makes its Jobs from. Kubernetes: {@code batch/v1 JobTemplateSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface JobTemplateSpec extends WithJobTemplateSpec permits ImmutableJobTemplateSpec {
    /** Labels and annotations for the Jobs. */
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What the Jobs do. */
    @Value.Default
    default JobSpec spec() {
        return JobSpec.builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableJobTemplateSpec.Builder {
        Builder() {}
    }
}
