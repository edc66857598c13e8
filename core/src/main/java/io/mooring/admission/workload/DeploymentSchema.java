package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentCondition;
import io.mooring.workload.DeploymentSpec;
import io.mooring.workload.DeploymentStatus;

/**
 * A Deployment, in the order of {@code ValidateDeploymentSpec} of {@code apps/validation}; defaults of {@code
 * SetDefaults_Deployment}.
 */
final class DeploymentSchema {
    private static final int REVISIONS_KEPT = 10;
    private static final int PROGRESS_DEADLINE_SECONDS = 600;

    static final Schema<DeploymentSpec> SPEC = Schema.of(DeploymentSpec::builder, DeploymentSpec.Builder::build)
            .optional("replicas", Types.INT, DeploymentSpec::replicas, DeploymentSpec.Builder::replicas)
            .preset(1)
            .check(nonNegative())
            .optionalOrNull("selector", Selectors.SELECTOR, DeploymentSpec::selector, DeploymentSpec.Builder::selector)
            .unchecked()
            .rule((spec, at) -> TemplateChecks.selector(spec.selector(), "deployment", at.child("selector")))
            .always("template", PodTemplates.TEMPLATE, DeploymentSpec::template, DeploymentSpec.Builder::template)
            .unchecked()
            .rule((spec, at) -> TemplateChecks.ofReplicas(spec.selector(), spec.template(), at))
            .always(
                    "strategy",
                    DeploymentStrategySchema.STRATEGY,
                    DeploymentSpec::strategy,
                    DeploymentSpec.Builder::strategy)
            .field(
                    "minReadySeconds",
                    Types.INT,
                    DeploymentSpec::minReadySeconds,
                    DeploymentSpec.Builder::minReadySeconds)
            .check(nonNegative())
            .optional(
                    "revisionHistoryLimit",
                    Types.INT,
                    DeploymentSpec::revisionHistoryLimit,
                    DeploymentSpec.Builder::revisionHistoryLimit)
            .preset(REVISIONS_KEPT)
            .check(nonNegative())
            .field("paused", Types.BOOL, DeploymentSpec::paused, DeploymentSpec.Builder::paused)
            .optional(
                    "progressDeadlineSeconds",
                    Types.INT,
                    DeploymentSpec::progressDeadlineSeconds,
                    DeploymentSpec.Builder::progressDeadlineSeconds)
            .preset(PROGRESS_DEADLINE_SECONDS)
            .check(nonNegative())
            .rule(DeploymentSchema::deadlineAfterReadiness)
            .schema();

    private static final Schema<DeploymentCondition> CONDITION = Schema.of(
                    DeploymentCondition::builder, DeploymentCondition.Builder::build)
            .always("type", Types.STRING, DeploymentCondition::type, DeploymentCondition.Builder::type)
            .always("status", Types.STRING, DeploymentCondition::status, DeploymentCondition.Builder::status)
            .absentAsNull(
                    "lastUpdateTime",
                    Types.TIME,
                    DeploymentCondition::lastUpdateTime,
                    DeploymentCondition.Builder::lastUpdateTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    DeploymentCondition::lastTransitionTime,
                    DeploymentCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, DeploymentCondition::reason, DeploymentCondition.Builder::reason)
            .field("message", Types.STRING, DeploymentCondition::message, DeploymentCondition.Builder::message)
            .schema();

    private static final Schema<DeploymentStatus> STATUS = Schema.of(
                    DeploymentStatus::builder, DeploymentStatus.Builder::build)
            .field(
                    "observedGeneration",
                    Types.LONG,
                    DeploymentStatus::observedGeneration,
                    DeploymentStatus.Builder::observedGeneration)
            .field("replicas", Types.INT, DeploymentStatus::replicas, DeploymentStatus.Builder::replicas)
            .field(
                    "updatedReplicas",
                    Types.INT,
                    DeploymentStatus::updatedReplicas,
                    DeploymentStatus.Builder::updatedReplicas)
            .field("readyReplicas", Types.INT, DeploymentStatus::readyReplicas, DeploymentStatus.Builder::readyReplicas)
            .field(
                    "availableReplicas",
                    Types.INT,
                    DeploymentStatus::availableReplicas,
                    DeploymentStatus.Builder::availableReplicas)
            .field(
                    "unavailableReplicas",
                    Types.INT,
                    DeploymentStatus::unavailableReplicas,
                    DeploymentStatus.Builder::unavailableReplicas)
            .optional(
                    "terminatingReplicas",
                    Types.INT,
                    DeploymentStatus::terminatingReplicas,
                    DeploymentStatus.Builder::terminatingReplicas)
            .list("conditions", CONDITION, DeploymentStatus::conditions, DeploymentStatus.Builder::conditions)
            .optional(
                    "collisionCount",
                    Types.INT,
                    DeploymentStatus::collisionCount,
                    DeploymentStatus.Builder::collisionCount)
            .schema();

    static final Schema<Deployment> DEPLOYMENT = Schema.of(Deployment::builder, Deployment.Builder::build)
            .constant("apiVersion", Deployment.KIND.apiVersion())
            .constant("kind", Deployment.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    Deployment::metadata,
                    Deployment.Builder::metadata)
            .always("spec", SPEC, Deployment::spec, Deployment.Builder::spec)
            .always("status", STATUS, Deployment::status, Deployment.Builder::status)
            .schema();

    private DeploymentSchema() {}

    private static void deadlineAfterReadiness(DeploymentSpec spec, ErrorsAt at) {
        spec.progressDeadlineSeconds()
                .filter(seconds -> seconds <= spec.minReadySeconds())
                .ifPresent(seconds -> at.child("progressDeadlineSeconds")
                        .invalid(BadValue.of(seconds), "must be greater than minReadySeconds"));
    }
}
