package io.mooring.workload;

import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What becomes of a set's claims. Kubernetes: {@code apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy}. */
@Value.Immutable
@MooringStyle
public sealed interface ClaimRetention extends WithClaimRetention permits ImmutableClaimRetention {
    /** Reads and writes it as Kubernetes does. */
    Schema<ClaimRetention> CODEC = Schema.of(ClaimRetention::builder, ClaimRetention.Builder::build)
            .zeroAsAbsent(
                    "whenDeleted",
                    ClaimRetentionPolicy.CODEC,
                    ClaimRetention::whenDeleted,
                    ClaimRetention.Builder::whenDeleted)
            .zeroAsAbsent(
                    "whenScaled",
                    ClaimRetentionPolicy.CODEC,
                    ClaimRetention::whenScaled,
                    ClaimRetention.Builder::whenScaled)
            .schema();

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
