package io.mooring.admission.source;

import static io.mooring.schema.Checks.absolutePath;
import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A directory of an NFS server. Kubernetes: {@code core/v1 NFSVolumeSource}. */
final class Nfs {
    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.NFS,
            TreeSchema.of(
                    text("server").always().required(),
                    text("path").always().check(notEmpty()).check(absolutePath().advise("begin it with /")),
                    bool("readOnly")));

    private Nfs() {}
}
