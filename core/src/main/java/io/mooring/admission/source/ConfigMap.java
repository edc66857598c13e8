package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** The keys of a ConfigMap, as files. Kubernetes: {@code core/v1 ConfigMapVolumeSource}. */
final class ConfigMap {
    static final Source SOURCE = Source.of(
            SourceType.CONFIG_MAP,
            TreeSchema.of(
                    text("name").required(),
                    Files.defaultMode(),
                    Files.ITEMS,
                    bool("optional").optional(),
                    int64("defaultUser").dropped()));

    private ConfigMap() {}
}
