package io.mooring.admission.workload;

import static io.mooring.schema.Updates.immutable;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.GatedFields;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentSpec;
import io.mooring.workload.DeploymentStatus;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deployments: their schema, and the registry's strategy of {@code pkg/registry/apps/deployment}. */
public final class DeploymentPolicy implements KindPolicy<Deployment> {
    public static final DeploymentPolicy POLICY = new DeploymentPolicy();

    private static final Check<Update<DeploymentSpec>> SAME_SELECTOR =
            immutable("selector", DeploymentSpec::selector, TemplateChecks::printed);

    private DeploymentPolicy() {}

    @Override
    public ObjectKind<Deployment> kind() {
        return Deployment.KIND;
    }

    @Override
    public Type<Deployment> type() {
        return DeploymentSchema.DEPLOYMENT;
    }

    @Override
    public Deployment withoutDisabled(Semantics semantics, Deployment sent, Optional<Deployment> stored) {
        PodTemplateSpec template = sent.spec().template();
        PodTemplateSpec known = GatedFields.of(semantics)
                .withoutDisabled(
                        template, stored.map(deployment -> deployment.spec().template()));
        return known == template ? sent : sent.withSpec(sent.spec().withTemplate(known));
    }

    @Override
    public Deployment prepareForCreate(Deployment created, AdmissionWorld world) {
        return created.withMetadata(created.metadata().withGeneration(1))
                .withStatus(DeploymentStatus.builder().build());
    }

    @Override
    public Deployment prepareForUpdate(Update<Deployment> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<Deployment>> updated() {
        return DeploymentPolicy::checkUpdate;
    }

    private static void checkUpdate(Update<Deployment> update, ErrorsAt at) {
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        DeploymentSchema.SPEC.check(update.updated().spec(), at.child("spec"));
        SAME_SELECTOR.check(
                new Update<>(update.stored().spec(), update.updated().spec()), at.child("spec"));
    }

    @Override
    public ObjectMeta metadataOfStatusUpdate(Update<ObjectMeta> update) {
        return update.updated().withLabels(update.stored().labels());
    }

    @Override
    public List<String> warnings(Deployment created, Semantics semantics) {
        List<String> warnings = new ArrayList<>(NameWarnings.of(created.metadata()));
        warnings.addAll(ofTemplate(created, semantics));
        return warnings;
    }

    @Override
    public List<String> warnings(Update<Deployment> update, Semantics semantics) {
        boolean changes = !update.updated().countedSpec().equals(update.stored().countedSpec());
        return changes ? ofTemplate(update.updated(), semantics) : List.of();
    }

    private static List<String> ofTemplate(Deployment deployment, Semantics semantics) {
        return PodWarnings.of(
                deployment.spec().template().spec(),
                deployment.spec().template().metadata(),
                "spec.template.",
                semantics);
    }
}
