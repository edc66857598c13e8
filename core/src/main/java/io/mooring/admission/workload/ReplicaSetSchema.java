package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.names.NameRule;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetCondition;
import io.mooring.workload.ReplicaSetSpec;
import io.mooring.workload.ReplicaSetStatus;

/**
 * A ReplicaSet, in the order of {@code ValidateReplicaSetSpec} of {@code apps/validation}; defaults of {@code
 * SetDefaults_ReplicaSet}.
 */
final class ReplicaSetSchema {
    static final Schema<ReplicaSetSpec> SPEC = Schema.of(ReplicaSetSpec::builder, ReplicaSetSpec.Builder::build)
            .optional("replicas", Types.INT, ReplicaSetSpec::replicas, ReplicaSetSpec.Builder::replicas)
            .preset(1)
            .check(nonNegative())
            .field(
                    "minReadySeconds",
                    Types.INT,
                    ReplicaSetSpec::minReadySeconds,
                    ReplicaSetSpec.Builder::minReadySeconds)
            .check(nonNegative())
            .optionalOrNull("selector", Selectors.SELECTOR, ReplicaSetSpec::selector, ReplicaSetSpec.Builder::selector)
            .unchecked()
            .rule((spec, at) -> TemplateChecks.selector(spec.selector(), "deployment", at.child("selector")))
            .always("template", PodTemplates.TEMPLATE, ReplicaSetSpec::template, ReplicaSetSpec.Builder::template)
            .unchecked()
            .rule((spec, at) -> TemplateChecks.ofReplicas(spec.selector(), spec.template(), at))
            .schema();

    private static final Schema<ReplicaSetCondition> CONDITION = Schema.of(
                    ReplicaSetCondition::builder, ReplicaSetCondition.Builder::build)
            .always("type", Types.STRING, ReplicaSetCondition::type, ReplicaSetCondition.Builder::type)
            .always("status", Types.STRING, ReplicaSetCondition::status, ReplicaSetCondition.Builder::status)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    ReplicaSetCondition::lastTransitionTime,
                    ReplicaSetCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, ReplicaSetCondition::reason, ReplicaSetCondition.Builder::reason)
            .field("message", Types.STRING, ReplicaSetCondition::message, ReplicaSetCondition.Builder::message)
            .schema();

    static final Schema<ReplicaSetStatus> STATUS = Schema.of(ReplicaSetStatus::builder, ReplicaSetStatus.Builder::build)
            .always("replicas", Types.INT, ReplicaSetStatus::replicas, ReplicaSetStatus.Builder::replicas)
            .field(
                    "fullyLabeledReplicas",
                    Types.INT,
                    ReplicaSetStatus::fullyLabeledReplicas,
                    ReplicaSetStatus.Builder::fullyLabeledReplicas)
            .field("readyReplicas", Types.INT, ReplicaSetStatus::readyReplicas, ReplicaSetStatus.Builder::readyReplicas)
            .field(
                    "availableReplicas",
                    Types.INT,
                    ReplicaSetStatus::availableReplicas,
                    ReplicaSetStatus.Builder::availableReplicas)
            .optional(
                    "terminatingReplicas",
                    Types.INT,
                    ReplicaSetStatus::terminatingReplicas,
                    ReplicaSetStatus.Builder::terminatingReplicas)
            .field(
                    "observedGeneration",
                    Types.LONG,
                    ReplicaSetStatus::observedGeneration,
                    ReplicaSetStatus.Builder::observedGeneration)
            .list("conditions", CONDITION, ReplicaSetStatus::conditions, ReplicaSetStatus.Builder::conditions)
            .schema();

    static final Schema<ReplicaSet> SET = Schema.of(ReplicaSet::builder, ReplicaSet.Builder::build)
            .constant("apiVersion", ReplicaSet.KIND.apiVersion())
            .constant("kind", ReplicaSet.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    ReplicaSet::metadata,
                    ReplicaSet.Builder::metadata)
            .always("spec", SPEC, ReplicaSet::spec, ReplicaSet.Builder::spec)
            .always("status", STATUS, ReplicaSet::status, ReplicaSet.Builder::status)
            .schema();

    private ReplicaSetSchema() {}
}
