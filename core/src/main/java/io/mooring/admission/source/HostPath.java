package io.mooring.admission.source;

import static io.mooring.schema.Checks.noBacksteps;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;

/** A path on the node itself. Kubernetes: {@code core/v1 HostPathVolumeSource}. */
final class HostPath {
    private static final Check<String> KNOWN_TYPE =
            oneOf("", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");
    private static final Field<String> PATH = text("path").always().required().check(noBacksteps());
    private static final Field<String> TYPE = text("type").optional().preset("");

    static final SourceSchema SOURCE =
            SourceSchema.of(SourceType.HOST_PATH, TreeSchema.of(PATH, TYPE, rule(HostPath::typeOfPath)));

    private HostPath() {}

    /** Upstream looks no further where there is no path. */
    private static void typeOfPath(JsonObject path, ErrorsAt at) {
        if (!PATH.of(path).isEmpty()) {
            TYPE.in(path).ifPresent(type -> KNOWN_TYPE.check(type, at.child(TYPE)));
        }
    }
}
