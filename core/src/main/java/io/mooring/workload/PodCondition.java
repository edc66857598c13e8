package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of a pod. Kubernetes: {@code core/v1 PodCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface PodCondition extends WithPodCondition permits ImmutablePodCondition {
    /** Reads and writes it as Kubernetes does. */
    Codec<PodCondition> CODEC = ObjectCodec.of(PodCondition::builder, PodCondition.Builder::build)
            .always("type", Codecs.STRING, PodCondition::type, PodCondition.Builder::type)
            .field(
                    "observedGeneration",
                    Codecs.LONG,
                    PodCondition::observedGeneration,
                    PodCondition.Builder::observedGeneration)
            .always("status", Codecs.STRING, PodCondition::status, PodCondition.Builder::status)
            .absentAsNull(
                    "lastProbeTime", Codecs.TIME, PodCondition::lastProbeTime, PodCondition.Builder::lastProbeTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Codecs.TIME,
                    PodCondition::lastTransitionTime,
                    PodCondition.Builder::lastTransitionTime)
            .field("reason", Codecs.STRING, PodCondition::reason, PodCondition.Builder::reason)
            .field("message", Codecs.STRING, PodCondition::message, PodCondition.Builder::message);

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
