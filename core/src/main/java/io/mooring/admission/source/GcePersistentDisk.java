package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A Google Compute Engine disk. Kubernetes: {@code core/v1 GCEPersistentDiskVolumeSource}. */
final class GcePersistentDisk {
    static final SourceSchema SOURCE = SourceSchema.of(
                    SourceType.GCE_PERSISTENT_DISK,
                    TreeSchema.of(
                            text("pdName").always().required(),
                            text("fsType"),
                            int32("partition").check(Disks.PARTITION),
                            bool("readOnly")))
            .toldAt("persistentDisk", "gcePersistentDisk");

    private GcePersistentDisk() {}
}
