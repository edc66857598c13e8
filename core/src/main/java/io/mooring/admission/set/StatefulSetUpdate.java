package io.mooring.admission.set;

import static io.mooring.schema.Updates.immutable;

import io.mooring.admission.metadata.Metadata;
import io.mooring.release.Behaviour;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Errors;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import java.util.Optional;

/** What may change in a StatefulSet. Models {@code ValidateStatefulSetUpdate} of {@code apps/validation}. */
final class StatefulSetUpdate {
    private static final String CREATE_ANEW =
            "it stays as it is; delete the set but not its pods (--cascade=orphan) and create it anew";

    private static final String ONLY_THESE = "updates to statefulset spec for fields other than 'replicas', 'ordinals',"
            + " 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
            + " 'minReadySeconds' are forbidden";

    /** What no update may change. */
    private static final List<Check<Update<StatefulSetSpec>>> IMMUTABLE = List.of(
            immutable(
                    "selector",
                    StatefulSetSpec::selector,
                    selector -> selector.map(StatefulSetSchema::printed).orElse(BadValue.NULL)),
            StatefulSetUpdate::sameClaimTemplates,
            immutable("serviceName", StatefulSetSpec::serviceName, BadValue::of),
            immutable(
                    "podManagementPolicy",
                    StatefulSetSpec::podManagementPolicy,
                    policy -> BadValue.ofTyped(
                            policy.map(PodManagementPolicy::value).orElse(""))));

    private StatefulSetUpdate() {}

    static void check(Update<StatefulSet> update, ErrorsAt at) {
        StatefulSetSpec stored = update.stored().spec();
        StatefulSetSpec updated = update.updated().spec();
        ErrorsAt spec = at.child("spec").with(StatefulSetSchema.IS_NEW, false);
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        StatefulSetSchema.SPEC.check(
                updated,
                spec.with(TemplateRules.ANY_TEMPLATE, isRefused(stored, at))
                        .with(UpdateStrategySchema.STORED_RECREATES, recreates(stored)));
        Update<StatefulSetSpec> change = new Update<>(stored, updated);
        sameRest(change, spec.advising(CREATE_ANEW));
    }

    private static void sameRest(Update<StatefulSetSpec> change, ErrorsAt at) {
        if (at.has(Behaviour.STATEFUL_SET_REFUSAL_NAMES_THE_FIELD)) {
            IMMUTABLE.forEach(check -> check.check(change, at));
        } else if (Errors.finds((same, place) -> IMMUTABLE.forEach(check -> check.check(same, place)), change)) {
            at.forbidden(ONLY_THESE);
        }
    }

    /** Whether the stored set has what is refused by now. */
    private static boolean isRefused(StatefulSetSpec stored, ErrorsAt asked) {
        return Errors.finds(
                (spec, at) -> StatefulSetSchema.SPEC.check(
                        spec,
                        at.with(ErrorsAt.SEMANTICS, asked.option(ErrorsAt.SEMANTICS))
                                .with(StatefulSetSchema.IS_NEW, false)
                                .with(UpdateStrategySchema.STORED_RECREATES, recreates(stored))),
                stored);
    }

    private static boolean recreates(StatefulSetSpec stored) {
        return stored.updateStrategy().type().equals(Optional.of(UpdateStrategyType.RECREATE));
    }

    private static void sameClaimTemplates(Update<StatefulSetSpec> change, ErrorsAt at) {
        if (!change.updated().volumeClaimTemplates().equals(change.stored().volumeClaimTemplates())) {
            ErrorsAt templates = at.child("volumeClaimTemplates");
            templates.invalid(BadValue.ofSent(templates.sent()), Updates.IMMUTABLE);
        }
    }
}
