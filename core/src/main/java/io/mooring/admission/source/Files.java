package io.mooring.admission.source;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;

import io.mooring.schema.Check;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import java.util.List;

/** What volumes of files have in common. Kubernetes: {@code core/v1 KeyToPath} and the modes of files. */
final class Files {
    /** 0644: everybody reads, the owner writes. */
    private static final int USUAL_MODE = 420;

    private static final Check<Number> MODE =
            between(0, 0777, "must be a number between 0 and 0777 (octal), both inclusive");

    static final Field<String> PATH = text("path").always();

    private static final TreeSchema KEY_TO_PATH = TreeSchema.of(
            text("key").always().required(),
            PATH.check(notEmpty()).check(FilePaths.unreserved()),
            mode(),
            int64("user").dropped());

    /** The keys that become files. */
    static final Field<List<JsonObject>> ITEMS = objects("items", KEY_TO_PATH);

    private Files() {}

    /** The mode of a single file. */
    static Field<Integer> mode() {
        return int32("mode").optional().check(MODE);
    }

    /** The mode of all files that have none of their own. */
    static Field<Integer> defaultMode() {
        return int32("defaultMode").optional().preset(USUAL_MODE).check(MODE);
    }
}
