package io.mooring.node;

import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that is so of a node, or is not, or is not known. Kubernetes: {@code core/v1 NodeCondition}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeCondition extends WithNodeCondition permits ImmutableNodeCondition {
    /** What is said: {@code Ready}. */
    @Value.Default
    default String type() {
        return "";
    }

    /** {@code True}, {@code False} or {@code Unknown}. */
    @Value.Default
    default String status() {
        return "";
    }

    /** When it was heard last. */
    Optional<Instant> lastHeartbeatTime();

    /** Since when it is so. */
    Optional<Instant> lastTransitionTime();

    /** Why, in one word. */
    @Value.Default
    default String reason() {
        return "";
    }

    /** Why, for people. */
    @Value.Default
    default String message() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeCondition.Builder {
        Builder() {}
    }
}
