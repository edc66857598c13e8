package io.mooring.quota;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.Map;
import org.immutables.value.Value;

/** What of a quota is in use. Kubernetes: {@code core/v1 ResourceQuotaStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface ResourceQuotaStatus extends WithResourceQuotaStatus permits ImmutableResourceQuotaStatus {
    /** The bounds that were last put into effect. */
    Map<String, Quantity> hard();

    /** What is in use. */
    Map<String, Quantity> used();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableResourceQuotaStatus.Builder {
        Builder() {}
    }
}
