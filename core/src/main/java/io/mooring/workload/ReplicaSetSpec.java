package io.mooring.workload;

import io.mooring.meta.LabelSelector;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a ReplicaSet. Kubernetes: {@code apps/v1 ReplicaSetSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface ReplicaSetSpec extends WithReplicaSetSpec permits ImmutableReplicaSetSpec {
    /** How many pods; 1 by default. */
    Optional<Integer> replicas();

    /** How many seconds a ready pod waits before it counts as available. */
    @Value.Default
    default int minReadySeconds() {
        return 0;
    }

    /** Which pods are its own. */
    Optional<LabelSelector> selector();

    /** What the pods are made from. */
    @Value.Default
    default PodTemplateSpec template() {
        return PodTemplateSpec.builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableReplicaSetSpec.Builder {
        Builder() {}
    }
}
