package io.mooring.storage;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** What is attached. Kubernetes: {@code storage/v1 VolumeAttachmentSource}. */
@Value.Immutable
@MooringStyle
public sealed interface VolumeAttachmentSource extends WithVolumeAttachmentSource
        permits ImmutableVolumeAttachmentSource {
    /** A volume of the cluster. */
    Optional<String> persistentVolumeName();

    /** A volume that a pod describes itself, carried along as it came. */
    Optional<JsonObject> inlineVolumeSpec();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeAttachmentSource.Builder {
        Builder() {}
    }
}
