package io.mooring.workload;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was observed of a DaemonSet. Kubernetes: {@code apps/v1 DaemonSetStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface DaemonSetStatus extends WithDaemonSetStatus permits ImmutableDaemonSetStatus {
    /** How many nodes have its pod and should. */
    @Value.Default
    default int currentNumberScheduled() {
        return 0;
    }

    /** How many nodes have its pod and should not. */
    @Value.Default
    default int numberMisscheduled() {
        return 0;
    }

    /** How many nodes should have its pod. */
    @Value.Default
    default int desiredNumberScheduled() {
        return 0;
    }

    /** On how many of them it is ready. */
    @Value.Default
    default int numberReady() {
        return 0;
    }

    /** The generation it was observed at. */
    @Value.Default
    default long observedGeneration() {
        return 0;
    }

    /** On how many it is of the template as it is now. */
    @Value.Default
    default int updatedNumberScheduled() {
        return 0;
    }

    /** On how many it has been ready long enough. */
    @Value.Default
    default int numberAvailable() {
        return 0;
    }

    /** On how many it is not available. */
    @Value.Default
    default int numberUnavailable() {
        return 0;
    }

    /** How often a revision's name was taken. */
    Optional<Integer> collisionCount();

    /** What else was observed; carried along. */
    List<JsonObject> conditions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDaemonSetStatus.Builder {
        Builder() {}
    }
}
