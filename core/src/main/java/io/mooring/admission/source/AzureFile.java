package io.mooring.admission.source;

import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** An Azure file share. Kubernetes: {@code core/v1 AzureFileVolumeSource} and {@code AzureFilePersistentVolumeSource}. */
final class AzureFile {
    static final SourceSchema SOURCE = SourceSchema.of(SourceType.AZURE_FILE, AzureFile::in);

    private AzureFile() {}

    private static TreeSchema in(SourceHolder holder) {
        return TreeSchema.of(
                text("secretName").always().required(),
                text("shareName").always().required(),
                bool("readOnly"),
                holder.onlyInPersistentVolume(
                        text("secretNamespace").optionalOrNull().check(notEmpty())));
    }
}
