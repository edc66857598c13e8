package io.mooring.workload;

import io.mooring.meta.LabelSelector;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a DaemonSet. Kubernetes: {@code apps/v1 DaemonSetSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface DaemonSetSpec extends WithDaemonSetSpec permits ImmutableDaemonSetSpec {
    /** Which pods are its own. */
    Optional<LabelSelector> selector();

    /** What the pods are made from. */
    @Value.Default
    default PodTemplateSpec template() {
        return PodTemplateSpec.builder().build();
    }

    /** How pods are replaced. */
    @Value.Default
    default DaemonUpdateStrategy updateStrategy() {
        return DaemonUpdateStrategy.builder().build();
    }

    /** How many seconds a ready pod waits before it counts as available. */
    @Value.Default
    default int minReadySeconds() {
        return 0;
    }

    /** How many old templates are kept; 10 by default. */
    Optional<Integer> revisionHistoryLimit();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDaemonSetSpec.Builder {
        Builder() {}
    }
}
