package io.mooring.admission.set;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.claim.ClaimWarnings;
import io.mooring.admission.metadata.MetadataRules;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.names.NameRule;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Rules;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.StatefulSetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * StatefulSets: their defaults, what is checked on a new one, and what may change. Models {@code ValidateStatefulSet}
 * and {@code ValidateStatefulSetUpdate} of {@code pkg/apis/apps/validation} and {@code pkg/registry/apps/statefulset}.
 */
public final class StatefulSetPolicy implements KindPolicy<StatefulSet> {

    private static final Rules<StatefulSet> CREATED = Rules.<StatefulSet>table()
            .field("metadata", StatefulSet::metadata, MetadataRules.created(NameRule.DNS_1123_LABEL))
            .field("spec", StatefulSet::spec, StatefulSetRules.created());

    @Override
    public ObjectKind<StatefulSet> kind() {
        return StatefulSet.KIND;
    }

    @Override
    public Type<StatefulSet> type() {
        return StatefulSet.CODEC;
    }

    @Override
    public StatefulSet withDefaults(StatefulSet read) {
        return read.withSpec(StatefulSetDefaults.spec(read.spec()));
    }

    @Override
    public StatefulSet withDefaultsOf(Semantics semantics, StatefulSet defaulted) {
        return MaxUnavailable.filledIn(semantics, defaulted);
    }

    @Override
    public StatefulSet prepareForCreate(StatefulSet created, AdmissionWorld world) {
        return MaxUnavailable.keptIn(world.semantics(), created, Optional.empty())
                .withMetadata(created.metadata().withGeneration(1))
                .withStatus(StatefulSetStatus.builder().build());
    }

    @Override
    public StatefulSet prepareForUpdate(Update<StatefulSet> change, AdmissionWorld world) {
        return MaxUnavailable.keptIn(world.semantics(), change.updated(), Optional.of(change.stored()))
                .withStatus(change.stored().status());
    }

    @Override
    public Check<StatefulSet> created() {
        return CREATED;
    }

    @Override
    public Check<Update<StatefulSet>> updated() {
        return (change, at) -> {
            MetadataRules.LEGACY_FINALIZERS.check(change.updated().metadata(), at.child("metadata"));
            StatefulSetSpec stored = change.stored().spec();
            StatefulSetRules.replacing(stored).check(change.updated().spec(), at.child("spec"));
            StatefulSetRules.IMMUTABLE.check(
                    new Update<>(stored, change.updated().spec()), at.child("spec"));
        };
    }

    @Override
    public List<String> warnings(StatefulSet created) {
        return warnings(created, "");
    }

    /** Upstream warns of the pod template only where the spec changed, and names the claims' specs otherwise. */
    @Override
    public List<String> warnings(Update<StatefulSet> change) {
        boolean changes = !change.updated().spec().equals(change.stored().spec());
        List<String> warnings = new ArrayList<>(changes ? ofTemplate(change.updated()) : List.of());
        warnings.addAll(ofClaims(change.updated(), ".Spec"));
        return warnings;
    }

    private static List<String> warnings(StatefulSet set, String claimPath) {
        List<String> warnings = new ArrayList<>(ofTemplate(set));
        warnings.addAll(ofClaims(set, claimPath));
        return warnings;
    }

    private static List<String> ofTemplate(StatefulSet set) {
        PodTemplateSpec template = set.spec().template();
        return PodWarnings.of(template.spec(), template.metadata(), "spec.template.");
    }

    private static List<String> ofClaims(StatefulSet set, String claimPath) {
        List<String> warnings = new ArrayList<>();
        List<ClaimTemplate> templates = set.spec().volumeClaimTemplates();
        for (int i = 0; i < templates.size(); i++) {
            warnings.addAll(
                    ClaimWarnings.of(templates.get(i).spec(), "spec.volumeClaimTemplates[" + i + "]" + claimPath));
        }
        if (set.spec().revisionHistoryLimit().orElse(0) < 0) {
            warnings.add("spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0"
                    + " is recommended");
        }
        return warnings;
    }
}
