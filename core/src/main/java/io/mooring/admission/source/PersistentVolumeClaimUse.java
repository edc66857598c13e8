package io.mooring.admission.source;

import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.text;

import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;

/** The volume of a claim. Kubernetes: {@code core/v1 PersistentVolumeClaimVolumeSource}. */
final class PersistentVolumeClaimUse {
    /** The claim, in the pod's namespace. */
    static final Field<String> CLAIM_NAME = text("claimName").always().required();

    static final Source SOURCE =
            Source.of(SourceType.PERSISTENT_VOLUME_CLAIM, TreeSchema.of(CLAIM_NAME, bool("readOnly")));

    private PersistentVolumeClaimUse() {}
}
