package io.mooring.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** What a set makes its pods from. Kubernetes: {@code core/v1 PodTemplateSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PodTemplateSpec extends WithPodTemplateSpec permits ImmutablePodTemplateSpec {
    /** Labels and annotations for the pods. */
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What the pods run. */
    @Value.Default
    default PodSpec spec() {
        return PodSpec.builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodTemplateSpec.Builder {
        Builder() {}
    }
}
