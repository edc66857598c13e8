package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of a pod. Kubernetes: {@code core/v1 PodCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface PodCondition extends WithPodCondition permits ImmutablePodCondition {
    /** Which aspect: {@code PodScheduled}, {@code Ready}, ... */
    @Value.Default
    default String type() {
        return "";
    }

    /** The generation it was observed at. */
    @Value.Default
    default long observedGeneration() {
        return 0;
    }

    /** {@code True}, {@code False} or {@code Unknown}. */
    @Value.Default
    default String status() {
        return "";
    }

    /** When it was last looked at. */
    Optional<Instant> lastProbeTime();

    /** When the status last changed. */
    Optional<Instant> lastTransitionTime();

    /** One word for the why. */
    @Value.Default
    default String reason() {
        return "";
    }

    /** The why for a person. */
    @Value.Default
    default String message() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodCondition.Builder {
        Builder() {}
    }
}
