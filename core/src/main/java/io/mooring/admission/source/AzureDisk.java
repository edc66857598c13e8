package io.mooring.admission.source;

import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import java.util.List;

/** An Azure disk. Kubernetes: {@code core/v1 AzureDiskVolumeSource}. */
final class AzureDisk {
    private static final String MANAGED_DISK =
            "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}";
    private static final String BLOB = "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";

    private static final Field<String> DISK_URI = text("diskURI").always().required();
    private static final Field<String> KIND =
            text("kind").optional().preset("Shared").check(oneOf("Dedicated", "Managed", "Shared"));

    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.AZURE_DISK,
            TreeSchema.of(
                    text("diskName").always().required(),
                    DISK_URI,
                    text("cachingMode").optional().preset("ReadWrite").check(oneOf("None", "ReadOnly", "ReadWrite")),
                    text("fsType").optional().preset("ext4"),
                    bool("readOnly").optional().preset(false),
                    KIND,
                    rule(AzureDisk::addressFitsKind)));

    private AzureDisk() {}

    /** Managed disks have one sort of address, blobs another; every kind that is not Managed counts as a blob. */
    private static void addressFitsKind(JsonObject disk, ErrorsAt at) {
        if (!KIND.isIn(disk)) {
            return;
        }
        boolean isManaged = KIND.of(disk).equals("Managed");
        String address = DISK_URI.of(disk);
        if (!address.startsWith(isManaged ? "/subscriptions/" : "https://")) {
            at.child(DISK_URI).notSupported(BadValue.of(address), List.of(isManaged ? MANAGED_DISK : BLOB));
        }
    }
}
