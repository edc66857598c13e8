package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What the controller says of a volume. Kubernetes: {@code core/v1 PersistentVolumeStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeStatus extends WithPersistentVolumeStatus
        permits ImmutablePersistentVolumeStatus {
    /** Where it is in its life. */
    Optional<VolumePhase> phase();

    /** Why it is in this phase, for a person. */
    @Value.Default
    default String message() {
        return "";
    }

    /** Why, in one word. */
    @Value.Default
    default String reason() {
        return "";
    }

    /** When the phase last changed. */
    Optional<Instant> lastPhaseTransitionTime();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeStatus.Builder {
        Builder() {}
    }
}
