package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import org.immutables.value.Value;

/**
 * One container of a pod: what matters to storage and scheduling, and the rest as it came. Kubernetes: {@code
 * core/v1 Container}.
 */
@Value.Immutable
@MooringStyle
public sealed interface Container extends WithContainer permits ImmutableContainer {
    /** Its name in the pod. */
    @Value.Default
    default String name() {
        return "";
    }

    /** What it runs. */
    @Value.Default
    default String image() {
        return "";
    }

    /** What it needs to run. */
    @Value.Default
    default ResourceRequirements resources() {
        return ResourceRequirements.builder().build();
    }

    /** The volumes it mounts. */
    List<VolumeMount> volumeMounts();

    /** The raw volumes it uses. */
    List<VolumeDevice> volumeDevices();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableContainer.Builder {
        Builder() {}
    }
}
