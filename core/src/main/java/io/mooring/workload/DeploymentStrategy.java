package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** How a Deployment replaces its pods when its template changes. Kubernetes: {@code apps/v1 DeploymentStrategy}. */
@Value.Immutable
@MooringStyle
public sealed interface DeploymentStrategy extends WithDeploymentStrategy permits ImmutableDeploymentStrategy {
    /** Which way; RollingUpdate by default. */
    Optional<DeploymentStrategyType> type();

    /** How far a rolling update goes. */
    Optional<RollingDeployment> rollingUpdate();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDeploymentStrategy.Builder {
        Builder() {}
    }
}
