package io.mooring.workload;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** A condition of a pod with a status. Kubernetes: {@code batch/v1 PodFailurePolicyOnPodConditionsPattern}. */
@Value.Immutable
@MooringStyle
public sealed interface PodConditionPattern extends WithPodConditionPattern permits ImmutablePodConditionPattern {
    /** Which condition. */
    @Value.Default
    default String type() {
        return "";
    }

    /** {@code True}, which is the default, {@code False} or {@code Unknown}. */
    @Value.Default
    default String status() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodConditionPattern.Builder {
        Builder() {}
    }
}
