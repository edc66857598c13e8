package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonValue;
import java.util.Optional;
import org.immutables.value.Value;

/** How far a rolling update may leave the number of replicas behind. Kubernetes: {@code apps/v1 RollingUpdateDeployment}. */
@Value.Immutable
@MooringStyle
public sealed interface RollingDeployment extends WithRollingDeployment permits ImmutableRollingDeployment {
    /** How many pods may be away at once, a number or a percentage; 25% by default. */
    Optional<JsonValue> maxUnavailable();

    /** How many pods there may be beyond the replicas, a number or a percentage; 25% by default. */
    Optional<JsonValue> maxSurge();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableRollingDeployment.Builder {
        Builder() {}
    }
}
