package io.mooring.admission.source;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A Gluster volume. Kubernetes: {@code core/v1 GlusterfsVolumeSource} and {@code GlusterfsPersistentVolumeSource}. */
final class Glusterfs {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.GLUSTERFS, Glusterfs::in)
            .deprecated("deprecated in v1.25, non-functional in v1.26+");

    private Glusterfs() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                text("endpoints").always().required(),
                text("path").always().required(),
                bool("readOnly"),
                holder.onlyInPersistentVolume(
                        text("endpointsNamespace").optional().check(Glusterfs::namespace)));
    }

    private static void namespace(String namespace, ErrorsAt at) {
        if (namespace.isEmpty()) {
            at.invalid(namespace, "if the endpointnamespace is set, it must be a valid namespace name");
        } else {
            name(NameRule.DNS_1123_LABEL).check(namespace, at);
        }
    }
}
