package io.mooring.admission.pod;

import io.mooring.admission.metadata.Metadata;
import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import java.util.Optional;

/** Pods. Kubernetes: {@code core/v1 Pod}. Models {@code ValidatePodCreate}. */
final class Pods {
    static final Field<PodSpec> SPEC =
            Field.of("spec", PodSpecs.OF_POD).always().unchecked();

    static final Schema<Pod> POD = Schema.of(Pod::builder, Pod.Builder::build)
            .constant("apiVersion", Pod.KIND.apiVersion())
            .constant("kind", Pod.KIND.name())
            .always("metadata", Metadata.named(NameRule.DNS_1123_SUBDOMAIN), Pod::metadata, Pod.Builder::metadata)
            .of(SPEC, Pod::spec, Pod.Builder::spec)
            .rule(Pods::spec)
            .always("status", PodStatuses.STATUS, Pod::status, Pod.Builder::status)
            .unchecked()
            .schema();

    private Pods() {}

    private static void spec(Pod pod, ErrorsAt at) {
        ErrorsAt spec = at.child(SPEC);
        PodSpecs.OF_POD.check(pod.spec(), spec.with(PodVolumes.POD, Optional.of(pod)));
        PodSpecs.checkAsPod(pod.spec(), spec);
    }
}
