package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** An OpenStack disk. Kubernetes: {@code core/v1 CinderVolumeSource} and {@code CinderPersistentVolumeSource}. */
final class Cinder {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.CINDER, Cinder::in);

    private Cinder() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                text("volumeID").always().required(),
                text("fsType"),
                bool("readOnly"),
                holder.namedSecret("secretRef"));
    }
}
