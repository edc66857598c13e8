package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** A volume of a pod; sources that are no claims are carried along. Kubernetes: {@code core/v1 Volume}. */
@Value.Immutable
@MooringStyle
public sealed interface PodVolume extends WithPodVolume permits ImmutablePodVolume {
    /** What the mounts call it. */
    @Value.Default
    default String name() {
        return "";
    }

    /** The claim it uses. */
    Optional<ClaimVolumeSource> persistentVolumeClaim();

    /** The claim made for it. */
    Optional<EphemeralVolumeSource> ephemeral();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodVolume.Builder {
        Builder() {}
    }
}
