package io.mooring.storage;

import io.mooring.style.MooringStyle;
import org.immutables.value.Value;

/** What is to be attached where. Kubernetes: {@code storage/v1 VolumeAttachmentSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeAttachmentSpec extends WithVolumeAttachmentSpec permits ImmutableVolumeAttachmentSpec {
    /** The CSI driver. */
    @Value.Default
    default String attacher() {
        return "";
    }

    /** What is attached. */
    @Value.Default
    default VolumeAttachmentSource source() {
        return VolumeAttachmentSource.builder().build();
    }

    /** The node that it is attached to. */
    @Value.Default
    default String nodeName() {
        return "";
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeAttachmentSpec.Builder {
        Builder() {}
    }
}
