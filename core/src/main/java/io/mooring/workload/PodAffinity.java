package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a pod wants to run. Kubernetes: {@code core/v1 Affinity}. */
@Value.Immutable
@MooringStyle
public sealed interface PodAffinity extends WithPodAffinity permits ImmutablePodAffinity {
    /** By the node's labels. */
    Optional<NodeAffinity> nodeAffinity();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodAffinity.Builder {
        Builder() {}
    }
}
