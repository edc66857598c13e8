package io.mooring.admission.source;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.text;

import io.mooring.names.NameRule;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A StorageOS volume. Kubernetes: {@code core/v1 StorageOSVolumeSource} and {@code StorageOSPersistentVolumeSource}. */
final class StorageOs {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.STORAGE_OS, StorageOs::in)
            .deprecatedAt("storageOS", "deprecated in v1.22, non-functional in v1.25+");

    private StorageOs() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                text("volumeName").required().check(name(NameRule.DNS_1123_LABEL)),
                text("volumeNamespace").check(name(NameRule.DNS_1123_LABEL)),
                text("fsType"),
                bool("readOnly"),
                holder.onlyInPersistentVolume(object("secretRef", objectReference())),
                holder.onlyInPod(holder.namedSecret("secretRef")));
    }

    /** The secret is any object's reference here. Kubernetes: {@code ObjectReference}. */
    private static TreeSchema objectReference() {
        return TreeSchema.of(
                text("kind"),
                text("name").required(),
                text("namespace").required(),
                text("uid"),
                text("apiVersion"),
                text("resourceVersion"),
                text("fieldPath"));
    }
}
