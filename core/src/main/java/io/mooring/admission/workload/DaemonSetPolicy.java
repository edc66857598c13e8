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
import io.mooring.tree.JsonNumber;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetSpec;
import io.mooring.workload.DaemonSetStatus;
import io.mooring.workload.PodTemplateSpec;
import java.util.List;
import java.util.Optional;

/**
 * DaemonSets: their schema, and the registry's strategy of {@code pkg/registry/apps/daemonset}. The changes of the template
 * are counted in an annotation, which stands for a field that {@code apps/v1} has no more.
 */
public final class DaemonSetPolicy implements KindPolicy<DaemonSet> {
    public static final DaemonSetPolicy POLICY = new DaemonSetPolicy();

    private static final Check<Update<DaemonSetSpec>> SAME_SELECTOR =
            immutable("selector", DaemonSetSpec::selector, TemplateChecks::printed);

    private DaemonSetPolicy() {}

    @Override
    public ObjectKind<DaemonSet> kind() {
        return DaemonSet.KIND;
    }

    @Override
    public Type<DaemonSet> type() {
        return DaemonSetSchema.SET;
    }

    @Override
    public DaemonSet withoutDisabled(Semantics semantics, DaemonSet sent, Optional<DaemonSet> stored) {
        PodTemplateSpec template = sent.spec().template();
        PodTemplateSpec known = GatedFields.of(semantics)
                .withoutDisabled(template, stored.map(set -> set.spec().template()));
        return known == template ? sent : sent.withSpec(sent.spec().withTemplate(known));
    }

    @Override
    public DaemonSet prepareForCreate(DaemonSet created, AdmissionWorld world) {
        return counting(created, Math.max(1, templateGeneration(created)))
                .withStatus(DaemonSetStatus.builder().build());
    }

    @Override
    public DaemonSet prepareForUpdate(Update<DaemonSet> update, AdmissionWorld world) {
        long before = templateGeneration(update.stored());
        return counting(update.updated(), changesTemplate(update) ? before + 1 : before)
                .withStatus(update.stored().status());
    }

    private static boolean changesTemplate(Update<DaemonSet> update) {
        return !update.updated().spec().template().equals(update.stored().spec().template());
    }

    private static DaemonSet counting(DaemonSet set, long generation) {
        return set.withMetadata(
                set.metadata().withAnnotation(DaemonSet.TEMPLATE_GENERATION, Long.toString(generation)));
    }

    private static long templateGeneration(DaemonSet set) {
        return set.metadata()
                .annotation(DaemonSet.TEMPLATE_GENERATION)
                .map(text -> new JsonNumber(text).toLong().orElse(0))
                .orElse(0L);
    }

    @Override
    public Check<Update<DaemonSet>> updated() {
        return DaemonSetPolicy::checkUpdate;
    }

    /** In the order of {@code ValidateDaemonSetUpdate}: unlike with others, what stays as it is comes first. */
    private static void checkUpdate(Update<DaemonSet> update, ErrorsAt at) {
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        SAME_SELECTOR.check(
                new Update<>(update.stored().spec(), update.updated().spec()), at.child("spec"));
        DaemonSetSchema.SPEC.check(update.updated().spec(), at.child("spec"));
    }

    @Override
    public List<String> warnings(DaemonSet created, Semantics semantics) {
        return PodWarnings.of(
                created.spec().template().spec(), created.spec().template().metadata(), "spec.template.", semantics);
    }

    @Override
    public List<String> warnings(Update<DaemonSet> update, Semantics semantics) {
        return changesTemplate(update) ? warnings(update.updated(), semantics) : List.of();
    }
}
