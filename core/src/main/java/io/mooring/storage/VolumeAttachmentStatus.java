package io.mooring.storage;

import io.mooring.style.MooringStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the attacher says of an attachment. Kubernetes: {@code storage/v1 VolumeAttachmentStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeAttachmentStatus extends WithVolumeAttachmentStatus
        permits ImmutableVolumeAttachmentStatus {
    /** Whether the volume is attached. */
    @Value.Default
    default boolean attached() {
        return false;
    }

    /** What the driver gave along for the node. */
    Map<String, String> attachmentMetadata();

    /** Why the volume could not be attached, when that was tried last. */
    Optional<VolumeError> attachError();

    /** Why the volume could not be detached, when that was tried last. */
    Optional<VolumeError> detachError();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeAttachmentStatus.Builder {
        Builder() {}
    }
}
