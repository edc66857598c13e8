package io.mooring.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/**
 * What a set makes each replica's claim from. Kubernetes: {@code core/v1 PersistentVolumeClaim in apps/v1
 * StatefulSetSpec}.
 */
@Value.Immutable
@MooringStyle
public sealed interface ClaimTemplate extends WithClaimTemplate permits ImmutableClaimTemplate {
    /** {@code PersistentVolumeClaim} once admitted. */
    @Value.Default
    default String kind() {
        return "";
    }

    /** {@code v1} once admitted. */
    @Value.Default
    default String apiVersion() {
        return "";
    }

    /** The name that the volume mounts use, and labels and annotations for the claims. */
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What each claim asks for. */
    @Value.Default
    default PersistentVolumeClaimSpec spec() {
        return PersistentVolumeClaimSpec.builder().build();
    }

    /** Without meaning; Pending once admitted. */
    @Value.Default
    default PersistentVolumeClaimStatus status() {
        return PersistentVolumeClaimStatus.builder().build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableClaimTemplate.Builder {
        Builder() {}
    }
}
