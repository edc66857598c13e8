package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A Ceph block device. Kubernetes: {@code core/v1 RBDVolumeSource} and {@code RBDPersistentVolumeSource}. */
final class Rbd {
    static final SourceSchema SOURCE =
            SourceSchema.of(SourceType.RBD, Rbd::in).deprecated("deprecated in v1.28, non-functional in v1.31+");

    private Rbd() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                texts("monitors").always().required(),
                text("image").always().required(),
                text("fsType"),
                text("pool").preset("rbd"),
                text("user").preset("admin"),
                text("keyring").preset("/etc/ceph/keyring"),
                holder.secret("secretRef"),
                bool("readOnly"));
    }
}
