package io.mooring.admission.set;

import io.mooring.admission.claim.ClaimSpecSchema;
import io.mooring.admission.claim.ClaimStatusSchema;
import io.mooring.admission.metadata.Metadata;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.ClaimTemplate;

/** What a set makes each pod's claims from. Of its metadata nothing is checked. */
final class ClaimTemplateSchema {
    static final Schema<ClaimTemplate> TEMPLATE = Schema.of(ClaimTemplate::builder, ClaimTemplate.Builder::build)
            .fill(ClaimTemplateSchema::named)
            .field("kind", Types.STRING, ClaimTemplate::kind, ClaimTemplate.Builder::kind)
            .field("apiVersion", Types.STRING, ClaimTemplate::apiVersion, ClaimTemplate.Builder::apiVersion)
            .always("metadata", Metadata.COMMON, ClaimTemplate::metadata, ClaimTemplate.Builder::metadata)
            .unchecked()
            .always("spec", ClaimSpecSchema.SPEC, ClaimTemplate::spec, ClaimTemplate.Builder::spec)
            .always("status", ClaimStatusSchema.STATUS, ClaimTemplate::status, ClaimTemplate.Builder::status)
            .schema();

    private ClaimTemplateSchema() {}

    /** Whatever it called itself, it is a claim. */
    private static ClaimTemplate named(ClaimTemplate template) {
        return template.withApiVersion(PersistentVolumeClaim.KIND.apiVersion())
                .withKind(PersistentVolumeClaim.KIND.name());
    }
}
