package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.release.Behaviour;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.ReplicationControllerSpec;
import java.util.Map;

/**
 * A ReplicationController, in the order of {@code ValidateReplicationControllerSpec} of {@code core/validation}; defaults of
 * {@code SetDefaults_ReplicationController}.
 */
final class ReplicationControllerSchema {
    static final Schema<ReplicationControllerSpec> SPEC = Schema.of(
                    ReplicationControllerSpec::builder, ReplicationControllerSpec.Builder::build)
            .field(
                    "minReadySeconds",
                    Types.INT,
                    ReplicationControllerSpec::minReadySeconds,
                    ReplicationControllerSpec.Builder::minReadySeconds)
            .check(ReplicationControllerSchema::readyByHand)
            .map(
                    "selector",
                    Types.STRING,
                    ReplicationControllerSpec::selector,
                    ReplicationControllerSpec.Builder::selector)
            .required()
            .optional(
                    "replicas",
                    Types.INT,
                    ReplicationControllerSpec::replicas,
                    ReplicationControllerSpec.Builder::replicas)
            .preset(1)
            .check(nonNegative().declared())
            .rule(ReplicationControllerSchema::readyAsDeclared)
            .optional(
                    "template",
                    PodTemplates.TEMPLATE,
                    ReplicationControllerSpec::template,
                    ReplicationControllerSpec.Builder::template)
            .unchecked()
            .rule(ReplicationControllerSchema::template)
            .schema();

    static final Schema<ReplicationController> CONTROLLER = Schema.of(
                    ReplicationController::builder, ReplicationController.Builder::build)
            .fill(ReplicationControllerSchema::labelledAsItsPods)
            .constant("apiVersion", ReplicationController.KIND.apiVersion())
            .constant("kind", ReplicationController.KIND.name())
            .always(
                    "metadata",
                    Metadata.withDeclaredName(),
                    ReplicationController::metadata,
                    ReplicationController.Builder::metadata)
            .always("spec", SPEC, ReplicationController::spec, ReplicationController.Builder::spec)
            .always(
                    "status",
                    ReplicaSetSchema.STATUS,
                    ReplicationController::status,
                    ReplicationController.Builder::status)
            .schema();

    private ReplicationControllerSchema() {}

    private static void readyByHand(int seconds, ErrorsAt at) {
        if (!at.has(Behaviour.DECLARED_CHECKS_ANSWER)) {
            nonNegative().check(seconds, at);
        }
    }

    /** Upstream declares the replicas first. */
    private static void readyAsDeclared(ReplicationControllerSpec spec, ErrorsAt at) {
        if (at.has(Behaviour.DECLARED_CHECKS_ANSWER)) {
            nonNegative().declared().check(spec.minReadySeconds(), at.child("minReadySeconds"));
        }
    }

    /** What has no selector or no labels takes the template's. */
    private static ReplicationController labelledAsItsPods(ReplicationController controller) {
        Map<String, String> labels = controller
                .spec()
                .template()
                .map(template -> template.metadata().labels())
                .orElse(Map.of());
        if (labels.isEmpty()) {
            return controller;
        }
        ReplicationController selecting = controller.spec().selector().isEmpty()
                ? controller.withSpec(controller.spec().withSelector(labels))
                : controller;
        return selecting.metadata().labels().isEmpty()
                ? selecting.withMetadata(selecting.metadata().withLabels(labels))
                : selecting;
    }

    /** Models {@code ValidatePodTemplateSpecForRC}. */
    private static void template(ReplicationControllerSpec spec, ErrorsAt at) {
        ErrorsAt place = at.child("template");
        if (spec.template().isEmpty()) {
            place.required();
            return;
        }
        PodTemplateSpec template = spec.template().get();
        if (!template.metadata().labels().entrySet().containsAll(spec.selector().entrySet())) {
            TemplateChecks.unselected(place);
        }
        TemplateChecks.contents(template, template.spec(), place);
        TemplateChecks.neverEnding(template.spec(), "ReplicationController", place.child("spec"));
    }
}
