package io.mooring.node;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** A volume that is attached to a node. Kubernetes: {@code core/v1 AttachedVolume}. */
@Value.Immutable
@MooringStyle
public sealed interface AttachedVolume extends WithAttachedVolume permits ImmutableAttachedVolume {
    /** What Kubernetes calls the volume on nodes. */
    @Value.Default
    default String name() {
        return "";
    }

    /** Where the node finds it; empty for the volumes of CSI drivers. */
    @Value.Default
    default String devicePath() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableAttachedVolume.Builder {
        Builder() {}
    }
}
