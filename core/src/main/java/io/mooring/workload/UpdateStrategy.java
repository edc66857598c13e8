package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** How a set replaces its pods when its template changes. Kubernetes: {@code apps/v1 StatefulSetUpdateStrategy}. */
@Value.Immutable
@MooringStyle
public sealed interface UpdateStrategy extends WithUpdateStrategy permits ImmutableUpdateStrategy {
    /** Which way; RollingUpdate by default. */
    Optional<UpdateStrategyType> type();

    /** How far and how fast. */
    Optional<RollingUpdate> rollingUpdate();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableUpdateStrategy.Builder {
        Builder() {}
    }
}
