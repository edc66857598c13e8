package io.mooring.admission.source;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.textMap;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;

/** A volume of a CSI driver. Kubernetes: {@code core/v1 CSIVolumeSource} and {@code CSIPersistentVolumeSource}. */
final class Csi {
    private static final Field<String> SECRET_NAME = text("name");
    private static final Field<JsonObject> NODE_PUBLISH_SECRET_REF =
            object("nodePublishSecretRef", TreeSchema.of(SECRET_NAME));

    static final SourceSchema SOURCE = SourceSchema.of(SourceType.CSI, Csi::in);

    private Csi() {}

    private static TreeSchema in(SourceHolder holder) {
        return holder == SourceHolder.POD ? inPod() : inPersistentVolume(holder);
    }

    /** Upstream has no rule for {@code nodeStageSecretRef}. */
    private static TreeSchema inPersistentVolume(SourceHolder holder) {
        return TreeSchema.of(
                text("driver").always().required().check(CsiDriverName::check),
                text("volumeHandle").always().required(),
                bool("readOnly"),
                text("fsType"),
                textMap("volumeAttributes"),
                secret("controllerPublishSecretRef"),
                secret("controllerExpandSecretRef"),
                secret("nodePublishSecretRef"),
                secret("nodeExpandSecretRef"),
                holder.secret("nodeStageSecretRef"));
    }

    private static Field<JsonObject> secret(String name) {
        return object(
                name,
                TreeSchema.of(
                        text("name").required().check(name(NameRule.DNS_1123_SUBDOMAIN)),
                        text("namespace").required().check(name(NameRule.DNS_1123_LABEL))));
    }

    private static TreeSchema inPod() {
        return TreeSchema.of(
                text("driver").always().required().check(CsiDriverName::check),
                bool("readOnly").optional(),
                text("fsType").optional(),
                textMap("volumeAttributes"),
                NODE_PUBLISH_SECRET_REF,
                rule(Csi::secretIsNamed));
    }

    /** Upstream tells of a secret's bad name at the volume's. */
    private static void secretIsNamed(JsonObject csi, ErrorsAt at) {
        NODE_PUBLISH_SECRET_REF.in(csi).map(SECRET_NAME::of).ifPresent(name -> {
            if (name.isEmpty()) {
                at.child(NODE_PUBLISH_SECRET_REF).child(SECRET_NAME).required();
            } else {
                name(NameRule.DNS_1123_SUBDOMAIN).check(name, at.child(SECRET_NAME));
            }
        });
    }
}
