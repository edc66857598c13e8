package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import org.immutables.value.Value;

/** A volume within a container's file system. Kubernetes: {@code core/v1 VolumeMount}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeMount extends WithVolumeMount permits ImmutableVolumeMount {
    /** The volume's name in the pod. */
    @Value.Default
    default String name() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    /** The path in the container. */
    @Value.Default
    default String mountPath() {
        return "";
    }

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeMount.Builder {
        Builder() {}
    }
}
