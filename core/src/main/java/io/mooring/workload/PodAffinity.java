package io.mooring.workload;

import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a pod wants to run. Kubernetes: {@code core/v1 Affinity}. */
@Value.Immutable
@MooringStyle
public sealed interface PodAffinity extends WithPodAffinity permits ImmutablePodAffinity {
    /** Reads and writes it as Kubernetes does. */
    Schema<PodAffinity> CODEC = Schema.of(PodAffinity::builder, PodAffinity.Builder::build)
            .optional("nodeAffinity", NodeAffinity.CODEC, PodAffinity::nodeAffinity, PodAffinity.Builder::nodeAffinity)
            .rest(PodShapes.AFFINITY, PodAffinity::rest, PodAffinity.Builder::rest)
            .schema();

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
