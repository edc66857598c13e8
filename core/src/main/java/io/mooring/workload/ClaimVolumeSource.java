package io.mooring.workload;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** A pod's use of a claim. Kubernetes: {@code core/v1 PersistentVolumeClaimVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface ClaimVolumeSource extends WithClaimVolumeSource permits ImmutableClaimVolumeSource {
    /** The claim, in the pod's namespace. */
    @Value.Default
    default String claimName() {
        return "";
    }

    /** Whether it is mounted read-only. */
    @Value.Default
    default boolean readOnly() {
        return false;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableClaimVolumeSource.Builder {
        Builder() {}
    }
}
