package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A ScaleIO volume. Kubernetes: {@code core/v1 ScaleIOVolumeSource} and {@code ScaleIOPersistentVolumeSource}. */
final class ScaleIo {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.SCALE_IO, ScaleIo::in)
            .deprecated("deprecated in v1.16, non-functional in v1.22+");

    private ScaleIo() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                text("gateway").always().required(),
                text("system").always().required(),
                text("volumeName").required(),
                holder.onlyInPersistentVolume(holder.secret("secretRef").optionalOrNull()),
                holder.onlyInPod(holder.secret("secretRef")),
                bool("sslEnabled"),
                text("protectionDomain"),
                text("storagePool"),
                text("storageMode").preset("ThinProvisioned"),
                text("fsType").preset("xfs"),
                bool("readOnly"));
    }
}
