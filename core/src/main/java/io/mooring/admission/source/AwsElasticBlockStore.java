package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.text;

import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** An AWS disk. Kubernetes: {@code core/v1 AWSElasticBlockStoreVolumeSource}. */
final class AwsElasticBlockStore {
    static final SourceSchema SOURCE = SourceSchema.of(
            SourceType.AWS_ELASTIC_BLOCK_STORE,
            TreeSchema.of(
                    text("volumeID").always().required(),
                    text("fsType"),
                    int32("partition").check(Disks.PARTITION),
                    bool("readOnly")));

    private AwsElasticBlockStore() {}
}
