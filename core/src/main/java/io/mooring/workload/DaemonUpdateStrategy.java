package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** How a DaemonSet replaces its pods when its template changes. Kubernetes: {@code apps/v1 DaemonSetUpdateStrategy}. */
@Value.Immutable
@MooringStyle
public sealed interface DaemonUpdateStrategy extends WithDaemonUpdateStrategy permits ImmutableDaemonUpdateStrategy {
    /** Which way; RollingUpdate by default. */
    Optional<UpdateStrategyType> type();

    /** How far a rolling update goes. */
    Optional<RollingDaemons> rollingUpdate();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDaemonUpdateStrategy.Builder {
        Builder() {}
    }
}
