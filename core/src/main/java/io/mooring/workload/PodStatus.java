package io.mooring.workload;

import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** What was observed of a pod. Kubernetes: {@code core/v1 PodStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface PodStatus extends WithPodStatus permits ImmutablePodStatus {
    /** Reads and writes it as Kubernetes does. */
    Schema<PodStatus> CODEC = Schema.of(PodStatus::builder, PodStatus.Builder::build)
            .zeroAsAbsent("phase", PodPhase.CODEC, PodStatus::phase, PodStatus.Builder::phase)
            .list("conditions", PodCondition.CODEC, PodStatus::conditions, PodStatus.Builder::conditions)
            .rest(PodShapes.POD_STATUS, PodStatus::rest, PodStatus.Builder::rest)
            .schema();

    /** The field of the node that is kept for the pod. */
    String NOMINATED_NODE_NAME = "nominatedNodeName";

    /** Where it is in its life. */
    Optional<PodPhase> phase();

    /** What else was observed. */
    List<PodCondition> conditions();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    /** The node that the scheduler keeps for the pod while its volumes are bound; empty for none. */
    default String nominatedNodeName() {
        return rest().get(NOMINATED_NODE_NAME)
                .filter(JsonString.class::isInstance)
                .map(name -> ((JsonString) name).value())
                .orElse("");
    }

    /** With this node kept for the pod; with none if the name is empty. */
    default PodStatus withNominatedNodeName(String name) {
        return withRest(
                name.isEmpty()
                        ? rest().without(NOMINATED_NODE_NAME)
                        : rest().with(NOMINATED_NODE_NAME, new JsonString(name)));
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
