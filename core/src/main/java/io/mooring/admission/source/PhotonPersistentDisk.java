package io.mooring.admission.source;

import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A Photon disk. Kubernetes: {@code core/v1 PhotonPersistentDiskVolumeSource}. */
final class PhotonPersistentDisk {
    static final SourceSchema SOURCE = SourceSchema.of(
                    SourceType.PHOTON_PERSISTENT_DISK,
                    TreeSchema.of(text("pdID").always().required(), text("fsType")))
            .deprecated("deprecated in v1.11, non-functional in v1.16+");

    private PhotonPersistentDisk() {}
}
