package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a pod runs: its storage and scheduling side, and the rest as it came. Kubernetes: {@code core/v1 PodSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface PodSpec extends WithPodSpec permits ImmutablePodSpec {
    /** Its volumes. */
    List<PodVolume> volumes();

    /** The containers that run first. */
    List<Container> initContainers();

    /** Its containers. */
    List<Container> containers();

    /** Containers that were added to the running pod, to look around. */
    List<Container> ephemeralContainers();

    /** Labels that its node must have. */
    Map<String, String> nodeSelector();

    /** The node it runs on; set by the scheduler. */
    @Value.Default
    default String nodeName() {
        return "";
    }

    /** Where it wants to run. */
    Optional<PodAffinity> affinity();

    /** Who schedules it; {@code default-scheduler} by default. */
    @Value.Default
    default String schedulerName() {
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
    final class Builder extends ImmutablePodSpec.Builder {
        Builder() {}
    }
}
