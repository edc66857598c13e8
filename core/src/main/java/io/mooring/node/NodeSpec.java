package io.mooring.node;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import org.immutables.value.Value;

/** What is wanted of a node. Kubernetes: {@code core/v1 NodeSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSpec extends WithNodeSpec permits ImmutableNodeSpec {
    /** Whether new pods are kept away. */
    @Value.Default
    default boolean unschedulable() {
        return false;
    }

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeSpec.Builder {
        Builder() {}
    }
}
