package io.mooring.node;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** What a node has. Kubernetes: {@code core/v1 NodeStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface NodeStatus extends WithNodeStatus permits ImmutableNodeStatus {
    /** All its resources: {@code cpu} in cores, {@code memory} in bytes, {@code pods} counted. */
    Map<String, Quantity> capacity();

    /** What of them pods may use. */
    Map<String, Quantity> allocatable();

    /** What is so of it. */
    List<NodeCondition> conditions();

    /** The volumes that pods on the node use, by what Kubernetes calls them on nodes: the kubelet says so. */
    List<String> volumesInUse();

    /** The volumes that are attached to the node: the attach-detach controller says so. */
    List<AttachedVolume> volumesAttached();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNodeStatus.Builder {
        Builder() {}
    }
}
