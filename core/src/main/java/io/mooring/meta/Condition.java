package io.mooring.meta;

import io.mooring.style.MooringStyle;
import io.mooring.tree.Codec;
import io.mooring.tree.Codecs;
import io.mooring.tree.ObjectCodec;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One observed aspect of an object. Kubernetes: {@code meta/v1 Condition}. */
@Value.Immutable
@MooringStyle
public sealed interface Condition extends WithCondition permits ImmutableCondition {
    /** Reads and writes it as Kubernetes does. */
    Codec<Condition> CODEC = ObjectCodec.of(Condition::builder, Condition.Builder::build)
            .always("type", Codecs.STRING, Condition::type, Condition.Builder::type)
            .always("status", Codecs.STRING, Condition::status, Condition.Builder::status)
            .field(
                    "observedGeneration",
                    Codecs.LONG,
                    Condition::observedGeneration,
                    Condition.Builder::observedGeneration)
            .absentAsNull(
                    "lastTransitionTime",
                    Codecs.TIME,
                    Condition::lastTransitionTime,
                    Condition.Builder::lastTransitionTime)
            .always("reason", Codecs.STRING, Condition::reason, Condition.Builder::reason)
            .always("message", Codecs.STRING, Condition::message, Condition.Builder::message);

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

    /** The generation it was observed at. */
    @Value.Default
    default long observedGeneration() {
        return 0;
    }

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
    final class Builder extends ImmutableCondition.Builder {
        Builder() {}
    }
}
