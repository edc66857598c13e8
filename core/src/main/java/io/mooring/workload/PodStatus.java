package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** What was observed of a pod. Kubernetes: {@code core/v1 PodStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface PodStatus extends WithPodStatus permits ImmutablePodStatus {
    /** Where it is in its life. */
    Optional<PodPhase> phase();

    /** What else was observed. */
    List<PodCondition> conditions();

    /** The node that the scheduler keeps for the pod while its volumes are bound; empty for none. */
    @Value.Default
    default String nominatedNodeName() {
        return "";
    }

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    /** Whether one of its containers is reported to run; containers that run first or were added do not count. */
    default boolean hasRunningContainer() {
        return rest().get("containerStatuses")
                .filter(JsonArray.class::isInstance)
                .map(statuses -> ((JsonArray) statuses).items().stream())
                .orElse(Stream.empty())
                .anyMatch(status -> status instanceof JsonObject container
                        && container.at("state", "running").isPresent());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodStatus.Builder {
        Builder() {}
    }
}
