package io.mooring.workload;

import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of a pod. Kubernetes: {@code core/v1 PodCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface PodCondition extends WithPodCondition permits ImmutablePodCondition {
    /** Reads and writes it as Kubernetes does. */
    Schema<PodCondition> CODEC = Schema.of(PodCondition::builder, PodCondition.Builder::build)
            .always("type", Types.STRING, PodCondition::type, PodCondition.Builder::type)
            .field(
                    "observedGeneration",
                    Types.LONG,
                    PodCondition::observedGeneration,
                    PodCondition.Builder::observedGeneration)
            .always("status", Types.STRING, PodCondition::status, PodCondition.Builder::status)
            .absentAsNull("lastProbeTime", Types.TIME, PodCondition::lastProbeTime, PodCondition.Builder::lastProbeTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    PodCondition::lastTransitionTime,
                    PodCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, PodCondition::reason, PodCondition.Builder::reason)
            .field("message", Types.STRING, PodCondition::message, PodCondition.Builder::message)
            .schema();

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
