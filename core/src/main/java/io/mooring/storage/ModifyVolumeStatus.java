package io.mooring.storage;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** How far a change of attributes class has come. Kubernetes: {@code core/v1 ModifyVolumeStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface ModifyVolumeStatus extends WithModifyVolumeStatus permits ImmutableModifyVolumeStatus {
    /** The class it changes to. */
    @Value.Default
    default String targetVolumeAttributesClassName() {
        return "";
    }

    /** {@code Pending}, {@code InProgress} or {@code Infeasible}. */
    @Value.Default
    default String status() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableModifyVolumeStatus.Builder {
        Builder() {}
    }
}
