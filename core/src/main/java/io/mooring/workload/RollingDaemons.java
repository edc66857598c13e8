package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonValue;
import java.util.Optional;
import org.immutables.value.Value;

/** How far a rolling update of a DaemonSet may leave its nodes behind. Kubernetes: {@code apps/v1 RollingUpdateDaemonSet}. */
@Value.Immutable
@MooringStyle
public sealed interface RollingDaemons extends WithRollingDaemons permits ImmutableRollingDaemons {
    /** On how many nodes the pod may be away at once, a number or a percentage; 1 by default. */
    Optional<JsonValue> maxUnavailable();

    /** On how many nodes a new pod may stand beside the old one, a number or a percentage; 0 by default. */
    Optional<JsonValue> maxSurge();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableRollingDaemons.Builder {
        Builder() {}
    }
}
