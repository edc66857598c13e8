package io.mooring.admission.source;

import static io.mooring.schema.Checks.without;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;

/** A Flocker volume. Kubernetes: {@code core/v1 FlockerVolumeSource}. */
final class Flocker {
    private static final Field<String> DATASET_NAME = text("datasetName").check(without("/", "must not contain '/'"));
    private static final Field<String> DATASET_UUID = text("datasetUUID");

    static final SourceSchema SOURCE = SourceSchema.of(
                    SourceType.FLOCKER, TreeSchema.of(rule(Flocker::oneDataset), DATASET_NAME, DATASET_UUID))
            .deprecatedInPods("deprecated in v1.22, non-functional in v1.25+");

    private Flocker() {}

    private static void oneDataset(JsonObject volume, ErrorsAt at) {
        if (!DATASET_NAME.isIn(volume) && !DATASET_UUID.isIn(volume)) {
            at.required("one of datasetName and datasetUUID is required");
        }
        if (DATASET_NAME.isIn(volume) && DATASET_UUID.isIn(volume)) {
            at.invalid("resource", "datasetName and datasetUUID can not be specified simultaneously");
        }
    }
}
