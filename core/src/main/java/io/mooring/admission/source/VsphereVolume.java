package io.mooring.admission.source;

import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** A vSphere disk. Kubernetes: {@code core/v1 VsphereVirtualDiskVolumeSource}. */
final class VsphereVolume {
    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.VSPHERE_VOLUME,
            TreeSchema.of(
                    text("volumePath").always().required(),
                    text("fsType"),
                    text("storagePolicyName"),
                    text("storagePolicyID")));

    private VsphereVolume() {}
}
