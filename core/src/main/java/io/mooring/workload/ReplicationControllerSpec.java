package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a ReplicationController. Kubernetes: {@code core/v1 ReplicationControllerSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface ReplicationControllerSpec extends WithReplicationControllerSpec
        permits ImmutableReplicationControllerSpec {
    /** How many pods; 1 by default. */
    Optional<Integer> replicas();

    /** How many seconds a ready pod waits before it counts as available. */
    @Value.Default
    default int minReadySeconds() {
        return 0;
    }

    /** The labels of the pods that are its own. */
    Map<String, String> selector();

    /** What the pods are made from. */
    Optional<PodTemplateSpec> template();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableReplicationControllerSpec.Builder {
        Builder() {}
    }
}
