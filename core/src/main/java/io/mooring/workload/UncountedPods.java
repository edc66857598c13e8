package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** Pods that have ended and are not counted yet, by uid. Kubernetes: {@code batch/v1 UncountedTerminatedPods}. */
@Value.Immutable
@MooringStyle
public sealed interface UncountedPods extends WithUncountedPods permits ImmutableUncountedPods {
    /** Those that succeeded. */
    List<String> succeeded();

    /** Those that failed. */
    List<String> failed();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableUncountedPods.Builder {
        Builder() {}
    }
}
