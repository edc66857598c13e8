package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was observed of a ReplicaSet or ReplicationController. Kubernetes: {@code apps/v1 ReplicaSetStatus} and {@code core/v1 ReplicationControllerStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface ReplicaSetStatus extends WithReplicaSetStatus permits ImmutableReplicaSetStatus {
    /** How many pods there are that have not ended and are not being deleted. */
    @Value.Default
    default int replicas() {
        return 0;
    }

    /** How many of them have the labels of the template. */
    @Value.Default
    default int fullyLabeledReplicas() {
        return 0;
    }

    /** How many are ready. */
    @Value.Default
    default int readyReplicas() {
        return 0;
    }

    /** How many have been ready long enough. */
    @Value.Default
    default int availableReplicas() {
        return 0;
    }

    /** How many are being deleted. */
    Optional<Integer> terminatingReplicas();

    /** The generation it was observed at. */
    @Value.Default
    default long observedGeneration() {
        return 0;
    }

    /** What else was observed. */
    List<ReplicaSetCondition> conditions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableReplicaSetStatus.Builder {
        Builder() {}
    }
}
