package io.mooring.admission.source;

import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.fill;

import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;

/** The files of a container image. Kubernetes: {@code core/v1 ImageVolumeSource}. */
final class Image {
    private static final Field<String> REFERENCE = text("reference").required();
    private static final Field<String> PULL_POLICY =
            text("pullPolicy").required().check(oneOf("Always", "IfNotPresent", "Never"));

    static final SourceSchema SOURCE =
            SourceSchema.of(SourceType.IMAGE, TreeSchema.of(REFERENCE, fill(Image::pullPolicy), PULL_POLICY));

    private Image() {}

    private static JsonObject pullPolicy(JsonObject image) {
        return PULL_POLICY.isIn(image) ? image : PULL_POLICY.set(image, ImageName.pullPolicy(REFERENCE.of(image)));
    }
}
