package io.mooring.workload;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A claim that is made for a pod and goes with it. Kubernetes: {@code core/v1 EphemeralVolumeSource}. */
@Value.Immutable
@MooringStyle
public sealed interface EphemeralVolumeSource extends WithEphemeralVolumeSource permits ImmutableEphemeralVolumeSource {
    /** What the claim is made from. */
    Optional<EphemeralClaimTemplate> volumeClaimTemplate();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableEphemeralVolumeSource.Builder {
        Builder() {}
    }
}
