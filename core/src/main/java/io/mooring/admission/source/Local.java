package io.mooring.admission.source;

import static io.mooring.schema.Checks.noBacksteps;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A disk or directory of one node. Kubernetes: {@code core/v1 LocalVolumeSource}. */
final class Local {
    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.LOCAL,
            TreeSchema.of(
                    text("path").always().required().check(noBacksteps()),
                    text("fsType").optional()));

    private Local() {}
}
