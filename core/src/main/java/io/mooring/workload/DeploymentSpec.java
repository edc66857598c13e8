package io.mooring.workload;

import io.mooring.meta.LabelSelector;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a Deployment. Kubernetes: {@code apps/v1 DeploymentSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface DeploymentSpec extends WithDeploymentSpec permits ImmutableDeploymentSpec {
    /** How many pods; 1 by default. */
    Optional<Integer> replicas();

    /** Which ReplicaSets and pods are its own. */
    Optional<LabelSelector> selector();

    /** What the pods are made from. */
    @Value.Default
    default PodTemplateSpec template() {
        return PodTemplateSpec.builder().build();
    }

    /** How pods are replaced. */
    @Value.Default
    default DeploymentStrategy strategy() {
        return DeploymentStrategy.builder().build();
    }

    /** How many seconds a ready pod waits before it counts as available. */
    @Value.Default
    default int minReadySeconds() {
        return 0;
    }

    /** How many old ReplicaSets are kept; 10 by default. */
    Optional<Integer> revisionHistoryLimit();

    /** Whether changes of the template wait. */
    @Value.Default
    default boolean paused() {
        return false;
    }

    /** After how many seconds without progress a rollout counts as failed; 600 by default. */
    Optional<Integer> progressDeadlineSeconds();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDeploymentSpec.Builder {
        Builder() {}
    }
}
