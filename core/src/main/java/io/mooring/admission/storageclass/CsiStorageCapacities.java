package io.mooring.admission.storageclass;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.PlainPolicy;
import io.mooring.names.NameRule;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.storage.CsiStorageCapacity;

/** CSIStorageCapacities, which drivers write; nothing of what they say is checked. */
public final class CsiStorageCapacities {
    public static final Schema<CsiStorageCapacity> CAPACITY = Schema.of(
                    CsiStorageCapacity::builder, CsiStorageCapacity.Builder::build)
            .constant("apiVersion", CsiStorageCapacity.KIND.apiVersion())
            .constant("kind", CsiStorageCapacity.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    CsiStorageCapacity::metadata,
                    CsiStorageCapacity.Builder::metadata)
            .optional(
                    "nodeTopology",
                    Selectors.SELECTOR,
                    CsiStorageCapacity::nodeTopology,
                    CsiStorageCapacity.Builder::nodeTopology)
            .unchecked()
            .always(
                    "storageClassName",
                    Types.STRING,
                    CsiStorageCapacity::storageClassName,
                    CsiStorageCapacity.Builder::storageClassName)
            .optional("capacity", Types.QUANTITY, CsiStorageCapacity::capacity, CsiStorageCapacity.Builder::capacity)
            .optional(
                    "maximumVolumeSize",
                    Types.QUANTITY,
                    CsiStorageCapacity::maximumVolumeSize,
                    CsiStorageCapacity.Builder::maximumVolumeSize)
            .schema();

    public static final KindPolicy<CsiStorageCapacity> POLICY = new PlainPolicy<>(CsiStorageCapacity.KIND, CAPACITY);

    private CsiStorageCapacities() {}
}
