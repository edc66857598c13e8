package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What becomes of a set's claims. Kubernetes: {@code apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy}. */
@Value.Immutable
@MooringStyle
public sealed interface ClaimRetention extends WithClaimRetention permits ImmutableClaimRetention {
    /** When the set is deleted; Retain by default. */
    Optional<ClaimRetentionPolicy> whenDeleted();

    /** When the set is scaled down; Retain by default. */
    Optional<ClaimRetentionPolicy> whenScaled();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableClaimRetention.Builder {
        Builder() {}
    }
}
