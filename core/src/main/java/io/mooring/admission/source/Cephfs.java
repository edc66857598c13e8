package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A Ceph file system. Kubernetes: {@code core/v1 CephFSVolumeSource} and {@code CephFSPersistentVolumeSource}. */
final class Cephfs {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.CEPHFS, Cephfs::in)
            .toldAt("cephfs", "cephFS")
            .deprecated("deprecated in v1.28, non-functional in v1.31+");

    private Cephfs() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                texts("monitors").always().required(),
                text("path"),
                text("user"),
                text("secretFile"),
                holder.secret("secretRef"),
                bool("readOnly"));
    }
}
