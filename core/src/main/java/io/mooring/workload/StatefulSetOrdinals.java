package io.mooring.workload;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** How a set numbers its replicas. Kubernetes: {@code apps/v1 StatefulSetOrdinals}. */
@Value.Immutable
@MooringStyle
public sealed interface StatefulSetOrdinals extends WithStatefulSetOrdinals permits ImmutableStatefulSetOrdinals {
    /** The first replica's number; 0 by default. */
    @Value.Default
    default int start() {
        return 0;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStatefulSetOrdinals.Builder {
        Builder() {}
    }
}
