package io.mooring.admission.source;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.quantity;
import static io.mooring.schema.Field.text;

import io.mooring.quantity.Quantity;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A directory that goes with the pod. Kubernetes: {@code core/v1 EmptyDirVolumeSource}. */
final class EmptyDir {
    private static final int ALL_MODE_BITS = 0b1_111_111_111;
    private static final String BAD_MODE = "must be a number between 0 and 01777 (octal), both inclusive";

    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.EMPTY_DIR,
            TreeSchema.of(
                    text("medium"),
                    quantity("sizeLimit").optional().check(EmptyDir::sizeLimit),
                    int32("mode").optional().check(between(0, ALL_MODE_BITS, BAD_MODE))));

    private EmptyDir() {}

    private static void sizeLimit(Quantity limit, ErrorsAt at) {
        if (limit.signum() < 0) {
            at.forbidden("SizeLimit field must be a valid resource quantity");
        }
    }
}
