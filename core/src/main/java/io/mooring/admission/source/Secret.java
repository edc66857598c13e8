package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.text;

import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** The keys of a Secret, as files. Kubernetes: {@code core/v1 SecretVolumeSource}. */
final class Secret {
    static final Field<String> SECRET_NAME = text("secretName").required();

    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.SECRET,
            TreeSchema.of(
                    SECRET_NAME,
                    Files.defaultMode(),
                    Files.ITEMS,
                    bool("optional").optional(),
                    int64("defaultUser").dropped()));

    private Secret() {}
}
