package io.mooring.storage;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.Map;
import org.immutables.value.Value;

/** How much a claim asks for. Kubernetes: {@code core/v1 VolumeResourceRequirements}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeResourceRequirements extends WithVolumeResourceRequirements
        permits ImmutableVolumeResourceRequirements {
    /** How much it may have at most; without effect on matching. */
    Map<String, Quantity> limits();

    /** How much it needs; {@code storage}, in bytes. */
    Map<String, Quantity> requests();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeResourceRequirements.Builder {
        Builder() {}
    }
}
