package io.mooring.admission.source;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import java.util.List;

/** A Fibre Channel disk. Kubernetes: {@code core/v1 FCVolumeSource}. */
final class Fc {
    private static final Field<List<String>> TARGET_WWNS = texts("targetWWNs");
    private static final Field<List<String>> WWIDS = texts("wwids");
    private static final Field<Integer> LUN = int32("lun").optional();

    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.FC,
            TreeSchema.of(
                    TARGET_WWNS,
                    rule(Fc::namesOrIdentifiers),
                    LUN,
                    rule(Fc::unitOfNamedTargets),
                    text("fsType"),
                    bool("readOnly"),
                    WWIDS));

    private Fc() {}

    private static void namesOrIdentifiers(JsonObject disk, ErrorsAt at) {
        boolean hasNames = TARGET_WWNS.isIn(disk);
        if (!hasNames && !WWIDS.isIn(disk)) {
            at.child(TARGET_WWNS).required("must specify either targetWWNs or wwids, but not both");
        }
        if (hasNames && WWIDS.isIn(disk)) {
            at.child(TARGET_WWNS).invalid(BadValue.LIST, "targetWWNs and wwids can not be specified simultaneously");
        }
    }

    private static void unitOfNamedTargets(JsonObject disk, ErrorsAt at) {
        if (!TARGET_WWNS.isIn(disk)) {
            return;
        }
        if (LUN.isIn(disk)) {
            between(0, 255).check(LUN.of(disk), at.child(LUN));
        } else {
            at.child(LUN).required("lun is required if targetWWNs is specified");
        }
    }
}
