package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonValue;
import java.util.Optional;
import org.immutables.value.Value;

/** How far and how fast a rolling update goes. Kubernetes: {@code apps/v1 RollingUpdateStatefulSetStrategy}. */
@Value.Immutable
@MooringStyle
public sealed interface RollingUpdate extends WithRollingUpdate permits ImmutableRollingUpdate {
    /** The ordinal below which pods keep the old template; 0 by default. */
    Optional<Integer> partition();

    /** How many pods may be away at once, a number or a percentage; 1 by default. */
    Optional<JsonValue> maxUnavailable();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableRollingUpdate.Builder {
        Builder() {}
    }
}
