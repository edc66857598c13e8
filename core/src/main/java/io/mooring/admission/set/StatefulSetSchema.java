package io.mooring.admission.set;

import static io.mooring.schema.Checks.each;
import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.nonNegative;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Checks.unlessEmpty;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.meta.LabelSelector;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetOrdinals;
import io.mooring.workload.StatefulSetSpec;

/**
 * A StatefulSet, in the order of {@code ValidateStatefulSetSpec} of {@code apps/validation}; defaults of {@code
 * SetDefaults_StatefulSet}, but for what only some releases fill in, which is {@link MaxUnavailable}.
 */
final class StatefulSetSchema {
    /** Whether the set is new: claim templates and the service's name of a stored one may stay as they are. */
    static final CheckOption<Boolean> IS_NEW = new CheckOption<>("the set is new", true);

    private static final int REVISIONS_KEPT = 10;

    private static final Type<ClaimRetentionPolicy> RETENTION_POLICY =
            Types.named(ClaimRetentionPolicy::new, ClaimRetentionPolicy::value);
    private static final Check<ClaimRetentionPolicy> KNOWN_RETENTION_POLICY =
            oneOf(ClaimRetentionPolicy::value, "Retain", "Delete");

    private static final Schema<ClaimRetention> RETENTION = Schema.of(
                    ClaimRetention::builder, ClaimRetention.Builder::build)
            .zeroAsAbsent(
                    "whenDeleted", RETENTION_POLICY, ClaimRetention::whenDeleted, ClaimRetention.Builder::whenDeleted)
            .preset(ClaimRetentionPolicy.RETAIN)
            .check(KNOWN_RETENTION_POLICY)
            .zeroAsAbsent(
                    "whenScaled", RETENTION_POLICY, ClaimRetention::whenScaled, ClaimRetention.Builder::whenScaled)
            .preset(ClaimRetentionPolicy.RETAIN)
            .check(KNOWN_RETENTION_POLICY)
            .schema();

    private static final Schema<StatefulSetOrdinals> ORDINALS = Schema.of(
                    StatefulSetOrdinals::builder, StatefulSetOrdinals.Builder::build)
            .always("start", Types.INT, StatefulSetOrdinals::start, StatefulSetOrdinals.Builder::start)
            .check(nonNegative())
            .schema();

    static final Schema<StatefulSetSpec> SPEC = Schema.of(StatefulSetSpec::builder, StatefulSetSpec.Builder::build)
            .zeroAsAbsent(
                    "podManagementPolicy",
                    Types.named(PodManagementPolicy::new, PodManagementPolicy::value),
                    StatefulSetSpec::podManagementPolicy,
                    StatefulSetSpec.Builder::podManagementPolicy)
            .preset(PodManagementPolicy.ORDERED_READY)
            .check(StatefulSetSchema::podManagementPolicy)
            .always(
                    "updateStrategy",
                    UpdateStrategySchema.STRATEGY,
                    StatefulSetSpec::updateStrategy,
                    StatefulSetSpec.Builder::updateStrategy)
            .optional(
                    "persistentVolumeClaimRetentionPolicy",
                    RETENTION,
                    StatefulSetSpec::persistentVolumeClaimRetentionPolicy,
                    StatefulSetSpec.Builder::persistentVolumeClaimRetentionPolicy)
            .preset(RETENTION.withDefaults(RETENTION.zero()))
            .list(
                    "volumeClaimTemplates",
                    ClaimTemplateSchema.TEMPLATE,
                    StatefulSetSpec::volumeClaimTemplates,
                    StatefulSetSpec.Builder::volumeClaimTemplates)
            .unchecked()
            .check(ifNew(each(ClaimTemplateSchema.TEMPLATE)))
            .optional("replicas", Types.INT, StatefulSetSpec::replicas, StatefulSetSpec.Builder::replicas)
            .preset(1)
            .check(nonNegative())
            .field(
                    "minReadySeconds",
                    Types.INT,
                    StatefulSetSpec::minReadySeconds,
                    StatefulSetSpec.Builder::minReadySeconds)
            .check(nonNegative())
            .optional("ordinals", ORDINALS, StatefulSetSpec::ordinals, StatefulSetSpec.Builder::ordinals)
            .always("serviceName", Types.STRING, StatefulSetSpec::serviceName, StatefulSetSpec.Builder::serviceName)
            .check(ifNew(unlessEmpty(name(NameRule.DNS_1123_LABEL))))
            .optional("selector", Selectors.SELECTOR, StatefulSetSpec::selector, StatefulSetSpec.Builder::selector)
            .required()
            .check(StatefulSetSchema::selectsSomething)
            .always("template", PodTemplates.TEMPLATE, StatefulSetSpec::template, StatefulSetSpec.Builder::template)
            .unchecked()
            .rule(TemplateRules::check)
            .optional(
                    "revisionHistoryLimit",
                    Types.INT,
                    StatefulSetSpec::revisionHistoryLimit,
                    StatefulSetSpec.Builder::revisionHistoryLimit)
            .preset(REVISIONS_KEPT)
            .schema();

    static final Schema<StatefulSet> SET = Schema.of(StatefulSet::builder, StatefulSet.Builder::build)
            .constant("apiVersion", StatefulSet.KIND.apiVersion())
            .constant("kind", StatefulSet.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_LABEL),
                    StatefulSet::metadata,
                    StatefulSet.Builder::metadata)
            .always("spec", SPEC, StatefulSet::spec, StatefulSet.Builder::spec)
            .always("status", StatefulSetStatusSchema.STATUS, StatefulSet::status, StatefulSet.Builder::status)
            .schema();

    private StatefulSetSchema() {}

    private static <V> Check<V> ifNew(Check<V> check) {
        return (value, at) -> {
            if (at.option(IS_NEW)) {
                check.check(value, at);
            }
        };
    }

    private static void podManagementPolicy(PodManagementPolicy policy, ErrorsAt at) {
        if (!policy.equals(PodManagementPolicy.ORDERED_READY) && !policy.equals(PodManagementPolicy.PARALLEL)) {
            at.invalid(BadValue.ofTyped(policy.value()), "must be 'OrderedReady' or 'Parallel'");
        }
    }

    private static void selectsSomething(LabelSelector selector, ErrorsAt at) {
        if (selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty()) {
            at.invalid(printed(selector), "empty selector is invalid for statefulset");
        }
    }

    /** As the API server prints it. */
    static BadValue printed(LabelSelector selector) {
        boolean isEmpty =
                selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty();
        return isEmpty ? new BadValue("{}") : BadValue.STRUCTURE;
    }
}
