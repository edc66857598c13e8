package io.mooring.admission.workload;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.GatedFields;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSetStatus;
import io.mooring.workload.ReplicationController;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ReplicationControllers: their schema, and the registry's strategy of {@code pkg/registry/core/replicationcontroller}. */
public final class ReplicationControllerPolicy implements KindPolicy<ReplicationController> {
    public static final ReplicationControllerPolicy POLICY = new ReplicationControllerPolicy();

    private ReplicationControllerPolicy() {}

    @Override
    public ObjectKind<ReplicationController> kind() {
        return ReplicationController.KIND;
    }

    @Override
    public Type<ReplicationController> type() {
        return ReplicationControllerSchema.CONTROLLER;
    }

    @Override
    public ReplicationController withoutDisabled(
            Semantics semantics, ReplicationController sent, Optional<ReplicationController> stored) {
        Optional<PodTemplateSpec> template = sent.spec().template();
        Optional<PodTemplateSpec> before =
                stored.flatMap(controller -> controller.spec().template());
        return template.map(each -> GatedFields.of(semantics).withoutDisabled(each, before))
                .map(known -> sent.withSpec(sent.spec().withTemplate(known)))
                .orElse(sent);
    }

    @Override
    public ReplicationController prepareForCreate(ReplicationController created, AdmissionWorld world) {
        return created.withMetadata(created.metadata().withGeneration(1))
                .withStatus(ReplicaSetStatus.builder().build());
    }

    @Override
    public ReplicationController prepareForUpdate(Update<ReplicationController> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<ReplicationController>> updated() {
        return (update, at) -> {
            Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
            ReplicationControllerSchema.SPEC.check(update.updated().spec(), at.child("spec"));
        };
    }

    @Override
    public List<String> warnings(ReplicationController created, Semantics semantics) {
        List<String> warnings = new ArrayList<>(NameWarnings.of(created.metadata()));
        warnings.addAll(ofTemplate(created, semantics));
        return warnings;
    }

    /** Upstream takes the stored template for the updated one. */
    @Override
    public List<String> warnings(Update<ReplicationController> update, Semantics semantics) {
        boolean changes = !update.updated().spec().equals(update.stored().spec());
        return changes ? ofTemplate(update.stored(), semantics) : List.of();
    }

    private static List<String> ofTemplate(ReplicationController controller, Semantics semantics) {
        return controller
                .spec()
                .template()
                .map(template -> PodWarnings.of(template.spec(), template.metadata(), "spec.template.", semantics))
                .orElse(List.of());
    }
}
