package io.mooring.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** What a pod's own claim is made from. Kubernetes: {@code core/v1 PersistentVolumeClaimTemplate}. */
@Value.Immutable
@MooringStyle
public sealed interface EphemeralClaimTemplate extends WithEphemeralClaimTemplate
        permits ImmutableEphemeralClaimTemplate {
    /** Labels and annotations for the claim. */
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What the claim asks for. */
    @Value.Default
    default PersistentVolumeClaimSpec spec() {
        return PersistentVolumeClaimSpec.builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableEphemeralClaimTemplate.Builder {
        Builder() {}
    }
}
