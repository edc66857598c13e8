package io.mooring.workload;

import io.mooring.admission.node.NodeSelectors;
import io.mooring.node.NodeSelector;
import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** On which nodes a pod may run. Kubernetes: {@code core/v1 NodeAffinity}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeAffinity extends WithNodeAffinity permits ImmutableNodeAffinity {
    /** Reads and writes it as Kubernetes does. */
    Schema<NodeAffinity> CODEC = Schema.of(NodeAffinity::builder, NodeAffinity.Builder::build)
            .optional(
                    "requiredDuringSchedulingIgnoredDuringExecution",
                    NodeSelectors.SELECTOR,
                    NodeAffinity::requiredDuringSchedulingIgnoredDuringExecution,
                    NodeAffinity.Builder::requiredDuringSchedulingIgnoredDuringExecution)
            .rest(PodShapes.NODE_AFFINITY, NodeAffinity::rest, NodeAffinity.Builder::rest)
            .schema();

    /** The nodes it may run on. */
    Optional<NodeSelector> requiredDuringSchedulingIgnoredDuringExecution();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeAffinity.Builder {
        Builder() {}
    }
}
