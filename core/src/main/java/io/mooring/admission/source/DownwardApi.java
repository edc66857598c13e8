package io.mooring.admission.source;

import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import java.util.List;

/** Fields of the pod itself, as files. Kubernetes: {@code core/v1 DownwardAPIVolumeSource}. */
final class DownwardApi {
    private static final String SIMULTANEOUSLY = "fieldRef and resourceFieldRef can not be specified simultaneously";

    /** What a file may show of its pod, besides single labels and annotations. */
    private static final List<String> FIELDS =
            List.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");

    private static final Field<JsonObject> FIELD_REF = object("fieldRef", FieldReferences.toField(FIELDS));
    private static final Field<JsonObject> RESOURCE_FIELD_REF =
            object("resourceFieldRef", FieldReferences.toResourceOfNamedContainer());

    /** One file with a field of the pod, or with a container's resources. */
    static final TreeSchema FILE = TreeSchema.of(
            Files.PATH.check(notEmpty()).check(FilePaths.unreserved()),
            rule(DownwardApi::oneReference),
            FIELD_REF,
            RESOURCE_FIELD_REF,
            Files.mode(),
            int64("user").dropped());

    static final Field<List<JsonObject>> ITEMS = objects("items", FILE).unchecked();

    /** The same as a part of a projected volume, which checks the files together with its others. */
    static final TreeSchema PROJECTION = TreeSchema.of(ITEMS);

    static final SourceSchema SOURCE = SourceSchema.of(
                    SourceType.DOWNWARD_API,
                    TreeSchema.of(
                            Files.defaultMode(),
                            ITEMS,
                            rule(DownwardApi::files),
                            int64("defaultUser").dropped()))
            .toldAt("downwardAPI", "downwarAPI");

    private DownwardApi() {}

    /** Upstream tells of the single files at the volume. */
    private static void files(JsonObject volume, ErrorsAt at) {
        ITEMS.of(volume).forEach(file -> FILE.check(file, at));
    }

    private static void oneReference(JsonObject file, ErrorsAt at) {
        if (FIELD_REF.isIn(file) && RESOURCE_FIELD_REF.isIn(file)) {
            at.invalid("resource", SIMULTANEOUSLY);
        }
        if (!FIELD_REF.isIn(file) && !RESOURCE_FIELD_REF.isIn(file)) {
            at.required("one of fieldRef and resourceFieldRef is required");
        }
    }
}
