package io.mooring.node;

import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import org.immutables.value.Value;

/** What is wanted of a node. Kubernetes: {@code core/v1 NodeSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeSpec extends WithNodeSpec permits ImmutableNodeSpec {
    /** Reads and writes it as Kubernetes does. */
    Schema<NodeSpec> CODEC = Schema.of(NodeSpec::builder, NodeSpec.Builder::build)
            .field("unschedulable", Types.BOOL, NodeSpec::unschedulable, NodeSpec.Builder::unschedulable)
            .rest(NodeFields.SPEC, NodeSpec::rest, NodeSpec.Builder::rest)
            .schema();

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
