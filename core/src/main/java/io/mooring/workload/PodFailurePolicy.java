package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** What a Job makes of its pods' failures. Kubernetes: {@code batch/v1 PodFailurePolicy}. */
@Value.Immutable
@MooringStyle
public sealed interface PodFailurePolicy extends WithPodFailurePolicy permits ImmutablePodFailurePolicy {
    /** The first that fits a pod decides; where none does, the failure counts. */
    List<PodFailureRule> rules();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePodFailurePolicy.Builder {
        Builder() {}
    }
}
