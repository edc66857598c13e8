package io.mooring.admission.pod;

import io.mooring.admission.metadata.Metadata;
import io.mooring.schema.Schema;
import io.mooring.workload.PodTemplateSpec;

/** What pods are made from. Kubernetes: {@code core/v1 PodTemplateSpec}. */
public final class PodTemplates {
    /** Unchecked: its owner checks the metadata, and the spec together with what it adds to it. */
    public static final Schema<PodTemplateSpec> TEMPLATE = Schema.of(
                    PodTemplateSpec::builder, PodTemplateSpec.Builder::build)
            .always("metadata", Metadata.COMMON, PodTemplateSpec::metadata, PodTemplateSpec.Builder::metadata)
            .unchecked()
            .always("spec", PodSpecs.OF_TEMPLATE, PodTemplateSpec::spec, PodTemplateSpec.Builder::spec)
            .unchecked()
            .schema();

    private PodTemplates() {}
}
