package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of a Job. Kubernetes: {@code batch/v1 JobCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface JobCondition extends WithJobCondition permits ImmutableJobCondition {
    /** Which aspect. */
    @Value.Default
    default String type() {
        return "";
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
    final class Builder extends ImmutableJobCondition.Builder {
        Builder() {}
    }
}
