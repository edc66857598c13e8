package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.text;

import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** The keys of a ConfigMap, as files. Kubernetes: {@code core/v1 ConfigMapVolumeSource}. */
final class ConfigMap {
    static final Field<String> NAME = text("name").required();

    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.CONFIG_MAP,
            TreeSchema.of(
                    NAME,
                    Files.defaultMode(),
                    Files.ITEMS,
                    bool("optional").optional(),
                    int64("defaultUser").dropped()));

    private ConfigMap() {}
}
