package io.mooring.admission.pod;

import io.mooring.admission.claim.ClaimSpecSchema;
import io.mooring.admission.metadata.Annotations;
import io.mooring.admission.metadata.Labels;
import io.mooring.admission.metadata.Metadata;
import io.mooring.meta.ObjectMeta;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A claim that is made for a pod. Kubernetes: {@code core/v1 EphemeralVolumeSource}. Models {@code
 * validateEphemeralVolumeSource} and {@code ValidatePersistentVolumeClaimTemplate}.
 */
final class EphemeralVolumes {
    /** A field that the metadata of a claim may not bring along, by upstream's name, and whether it is there. */
    private record Foreign(String name, Predicate<ObjectMeta> isSet) {}

    /** In the order of {@code ObjectMeta}, where upstream sees it. */
    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("name", metadata -> !metadata.name().isEmpty()),
            new Foreign("generateName", metadata -> !metadata.generateName().isEmpty()),
            new Foreign("namespace", metadata -> !metadata.namespace().isEmpty()),
            new Foreign("selfLink", metadata -> !metadata.selfLink().isEmpty()),
            new Foreign("uID", metadata -> !metadata.uid().isEmpty()),
            new Foreign(
                    "resourceVersion", metadata -> !metadata.resourceVersion().isEmpty()),
            new Foreign("generation", metadata -> metadata.generation() != 0),
            new Foreign(
                    "creationTimestamp",
                    metadata -> metadata.creationTimestamp().isPresent()),
            new Foreign(
                    "deletionTimestamp",
                    metadata -> metadata.deletionTimestamp().isPresent()),
            new Foreign(
                    "deletionGracePeriodSeconds",
                    metadata -> metadata.deletionGracePeriodSeconds().isPresent()),
            new Foreign(
                    "ownerReferences", metadata -> !metadata.ownerReferences().isEmpty()),
            new Foreign("finalizers", metadata -> !metadata.finalizers().isEmpty()),
            new Foreign("managedFields", metadata -> !metadata.managedFields().isEmpty()));

    private static final Schema<EphemeralClaimTemplate> TEMPLATE = Schema.of(
                    EphemeralClaimTemplate::builder, EphemeralClaimTemplate.Builder::build)
            .always(
                    "metadata",
                    Metadata.COMMON,
                    EphemeralClaimTemplate::metadata,
                    EphemeralClaimTemplate.Builder::metadata)
            .unchecked()
            .check(EphemeralVolumes::metadata)
            .always("spec", ClaimSpecSchema.SPEC, EphemeralClaimTemplate::spec, EphemeralClaimTemplate.Builder::spec)
            .schema();

    static final Schema<EphemeralVolumeSource> SOURCE = Schema.of(
                    EphemeralVolumeSource::builder, EphemeralVolumeSource.Builder::build)
            .optional(
                    "volumeClaimTemplate",
                    TEMPLATE,
                    EphemeralVolumeSource::volumeClaimTemplate,
                    EphemeralVolumeSource.Builder::volumeClaimTemplate)
            .required()
            .schema();

    private EphemeralVolumes() {}

    private static void metadata(ObjectMeta metadata, ErrorsAt at) {
        Annotations.check(metadata.annotations(), at.child("annotations"));
        Labels.check(metadata.labels(), at.child("labels"));
        FOREIGN.stream()
                .filter(field -> field.isSet().test(metadata))
                .forEach(field -> at.child(field.name()).forbidden("cannot be set"));
    }
}
