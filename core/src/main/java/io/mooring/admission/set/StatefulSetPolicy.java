package io.mooring.admission.set;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.pod.GatedFields;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import java.util.List;
import java.util.Optional;

/** StatefulSets: their schema, and the registry's strategy of {@code pkg/registry/apps/statefulset}. */
public final class StatefulSetPolicy implements KindPolicy<StatefulSet> {
    public static final StatefulSetPolicy POLICY = new StatefulSetPolicy();

    private StatefulSetPolicy() {}

    @Override
    public ObjectKind<StatefulSet> kind() {
        return StatefulSet.KIND;
    }

    @Override
    public Type<StatefulSet> type() {
        return StatefulSetSchema.SET;
    }

    @Override
    public StatefulSet withDefaultsOf(Semantics semantics, StatefulSet defaulted) {
        return MaxUnavailable.filledIn(semantics, defaulted);
    }

    @Override
    public StatefulSet withoutDisabled(Semantics semantics, StatefulSet sent, Optional<StatefulSet> stored) {
        StatefulSet kept = MaxUnavailable.keptIn(semantics, sent, stored);
        PodTemplateSpec template = kept.spec().template();
        PodTemplateSpec known = GatedFields.of(semantics)
                .withoutDisabled(template, stored.map(set -> set.spec().template()));
        return known == template ? kept : kept.withSpec(kept.spec().withTemplate(known));
    }

    @Override
    public StatefulSet prepareForCreate(StatefulSet created, AdmissionWorld world) {
        return created.withMetadata(created.metadata().withGeneration(1))
                .withStatus(StatefulSetStatus.builder().build());
    }

    @Override
    public StatefulSet prepareForUpdate(Update<StatefulSet> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<StatefulSet>> updated() {
        return StatefulSetUpdate::check;
    }

    @Override
    public List<String> warnings(StatefulSet created, Semantics semantics) {
        return StatefulSetWarnings.of(created, semantics);
    }

    @Override
    public List<String> warnings(Update<StatefulSet> update, Semantics semantics) {
        return StatefulSetWarnings.of(update, semantics);
    }
}
