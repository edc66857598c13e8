package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A Portworx volume. Kubernetes: {@code core/v1 PortworxVolumeSource}. */
final class PortworxVolume {
    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.PORTWORX_VOLUME,
            TreeSchema.of(text("volumeID").always().required(), text("fsType"), bool("readOnly")));

    private PortworxVolume() {}
}
