package io.mooring.workload;

import io.mooring.node.NodeSelector;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** On which nodes a pod may run. Kubernetes: {@code core/v1 NodeAffinity}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeAffinity extends WithNodeAffinity permits ImmutableNodeAffinity {
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
