package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was observed of a set. Kubernetes: {@code apps/v1 StatefulSetStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface StatefulSetStatus extends WithStatefulSetStatus permits ImmutableStatefulSetStatus {
    /** The generation it was observed at. */
    @Value.Default
    default long observedGeneration() {
        return 0;
    }

    /** How many pods there are. */
    @Value.Default
    default int replicas() {
        return 0;
    }

    /** How many of them are ready. */
    @Value.Default
    default int readyReplicas() {
        return 0;
    }

    /** How many are of the current revision. */
    @Value.Default
    default int currentReplicas() {
        return 0;
    }

    /** How many are of the update revision. */
    @Value.Default
    default int updatedReplicas() {
        return 0;
    }

    /** The revision the pods had. */
    @Value.Default
    default String currentRevision() {
        return "";
    }

    /** The revision the pods get. */
    @Value.Default
    default String updateRevision() {
        return "";
    }

    /** How often a revision's name was taken. */
    Optional<Integer> collisionCount();

    /** What else was observed. */
    List<StatefulSetCondition> conditions();

    /** How many have been ready long enough. */
    @Value.Default
    default int availableReplicas() {
        return 0;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStatefulSetStatus.Builder {
        Builder() {}
    }
}
