package io.mooring.admission;

import io.mooring.storage.source.AzureDiskVolumeSource;
import java.util.List;

/** The address of an Azure disk. */
final class AzureDiskRules {
    private static final String MANAGED =
            "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}";
    private static final String BLOB = "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";

    private AzureDiskRules() {}

    /** Managed disks have one sort of address, blobs another; every kind that is not Managed counts as a blob. */
    static void address(AzureDiskVolumeSource source, Place at) {
        if (source.kind().isEmpty()) {
            return;
        }
        boolean managed = source.kind().get().equals("Managed");
        if (!source.diskURI().startsWith(managed ? "/subscriptions/" : "https://")) {
            at.child("diskURI").notSupported(BadValue.of(source.diskURI()), List.of(managed ? MANAGED : BLOB));
        }
    }
}
