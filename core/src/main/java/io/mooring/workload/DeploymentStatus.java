package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was observed of a Deployment. Kubernetes: {@code apps/v1 DeploymentStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface DeploymentStatus extends WithDeploymentStatus permits ImmutableDeploymentStatus {
    /** The generation it was observed at. */
    @Value.Default
    default long observedGeneration() {
        return 0;
    }

    /** How many pods there are. */
    @Value.Default
    default int replicas() {
        return 0;
    }

    /** How many are of the template as it is now. */
    @Value.Default
    default int updatedReplicas() {
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

    /** How many of those that are asked for are not available. */
    @Value.Default
    default int unavailableReplicas() {
        return 0;
    }

    /** How many are being deleted. */
    Optional<Integer> terminatingReplicas();

    /** How often a ReplicaSet's name was taken. */
    Optional<Integer> collisionCount();

    /** What else was observed. */
    List<DeploymentCondition> conditions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDeploymentStatus.Builder {
        Builder() {}
    }
}
