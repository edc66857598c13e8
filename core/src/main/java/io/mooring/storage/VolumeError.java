package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What went wrong with a volume, and when. Kubernetes: {@code storage/v1 VolumeError}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeError extends WithVolumeError permits ImmutableVolumeError {
    /** When it went wrong. */
    Optional<Instant> time();

    /** What went wrong, in the words of the driver. */
    @Value.Default
    default String message() {
        return "";
    }

    /** The code that the driver gave. */
    Optional<Integer> errorCode();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeError.Builder {
        Builder() {}
    }
}
