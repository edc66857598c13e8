package io.mooring.admission.workload;

import static io.mooring.schema.Updates.immutable;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.GatedFields;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetSpec;
import io.mooring.workload.ReplicaSetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ReplicaSets: their schema, and the registry's strategy of {@code pkg/registry/apps/replicaset}. */
public final class ReplicaSetPolicy implements KindPolicy<ReplicaSet> {
    public static final ReplicaSetPolicy POLICY = new ReplicaSetPolicy();

    private static final Check<Update<ReplicaSetSpec>> SAME_SELECTOR =
            immutable("selector", ReplicaSetSpec::selector, TemplateChecks::printed);

    private ReplicaSetPolicy() {}

    @Override
    public ObjectKind<ReplicaSet> kind() {
        return ReplicaSet.KIND;
    }

    @Override
    public Type<ReplicaSet> type() {
        return ReplicaSetSchema.SET;
    }

    @Override
    public ReplicaSet withoutDisabled(Semantics semantics, ReplicaSet sent, Optional<ReplicaSet> stored) {
        PodTemplateSpec template = sent.spec().template();
        PodTemplateSpec known = GatedFields.of(semantics)
                .withoutDisabled(template, stored.map(set -> set.spec().template()));
        return known == template ? sent : sent.withSpec(sent.spec().withTemplate(known));
    }

    @Override
    public ReplicaSet prepareForCreate(ReplicaSet created, AdmissionWorld world) {
        return created.withMetadata(created.metadata().withGeneration(1))
                .withStatus(ReplicaSetStatus.builder().build());
    }

    @Override
    public ReplicaSet prepareForUpdate(Update<ReplicaSet> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<ReplicaSet>> updated() {
        return ReplicaSetPolicy::checkUpdate;
    }

    private static void checkUpdate(Update<ReplicaSet> update, ErrorsAt at) {
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        ReplicaSetSchema.SPEC.check(update.updated().spec(), at.child("spec"));
        SAME_SELECTOR.check(
                new Update<>(update.stored().spec(), update.updated().spec()), at.child("spec"));
    }

    @Override
    public List<String> warnings(ReplicaSet created, Semantics semantics) {
        List<String> warnings = new ArrayList<>(NameWarnings.of(created.metadata()));
        warnings.addAll(ofTemplate(created, semantics));
        return warnings;
    }

    @Override
    public List<String> warnings(Update<ReplicaSet> update, Semantics semantics) {
        boolean changes = !update.updated().spec().equals(update.stored().spec());
        return changes ? ofTemplate(update.updated(), semantics) : List.of();
    }

    private static List<String> ofTemplate(ReplicaSet set, Semantics semantics) {
        return PodWarnings.of(
                set.spec().template().spec(), set.spec().template().metadata(), "spec.template.", semantics);
    }
}
