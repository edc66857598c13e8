package io.mooring.workload;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** A raw block volume within a container. Kubernetes: {@code core/v1 VolumeDevice}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeDevice extends WithVolumeDevice permits ImmutableVolumeDevice {
    /** The volume's name in the pod. */
    @Value.Default
    default String name() {
        return "";
    }

    /** The path in the container. */
    @Value.Default
    default String devicePath() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeDevice.Builder {
        Builder() {}
    }
}
