package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.meta.LabelMatcher;
import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonValue;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetSpec;
import io.mooring.workload.DaemonSetStatus;
import io.mooring.workload.DaemonUpdateStrategy;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.RollingDaemons;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;

/**
 * A DaemonSet, in the order of {@code ValidateDaemonSetSpec} of {@code apps/validation}; defaults of {@code
 * SetDefaults_DaemonSet}.
 */
final class DaemonSetSchema {
    private static final int REVISIONS_KEPT = 10;
    private static final JsonValue NONE = JsonNumber.of(0);
    private static final JsonValue ONE = JsonNumber.of(1);
    private static final List<String> WAYS = List.of("RollingUpdate", "OnDelete");

    private static final Schema<RollingDaemons> ROLLING = Schema.of(
                    RollingDaemons::builder, RollingDaemons.Builder::build)
            .optional(
                    "maxUnavailable",
                    Types.INT_OR_STRING,
                    RollingDaemons::maxUnavailable,
                    RollingDaemons.Builder::maxUnavailable)
            .check(NumberOrPercentage.EITHER)
            .optional("maxSurge", Types.INT_OR_STRING, RollingDaemons::maxSurge, RollingDaemons.Builder::maxSurge)
            .check(NumberOrPercentage.EITHER)
            .rule(DaemonSetSchema::oneWayToMove)
            .schema();

    private static final Schema<DaemonUpdateStrategy> STRATEGY = Schema.of(
                    DaemonUpdateStrategy::builder, DaemonUpdateStrategy.Builder::build)
            .fill(DaemonSetSchema::rollingByDefault)
            .zeroAsAbsent(
                    "type",
                    Types.named(UpdateStrategyType::new, UpdateStrategyType::value),
                    DaemonUpdateStrategy::type,
                    DaemonUpdateStrategy.Builder::type)
            .optional(
                    "rollingUpdate",
                    ROLLING,
                    DaemonUpdateStrategy::rollingUpdate,
                    DaemonUpdateStrategy.Builder::rollingUpdate)
            .unchecked()
            .rule(DaemonSetSchema::rollingUpdateFitsType)
            .schema();

    static final Schema<DaemonSetSpec> SPEC = Schema.of(DaemonSetSpec::builder, DaemonSetSpec.Builder::build)
            .optionalOrNull("selector", Selectors.SELECTOR, DaemonSetSpec::selector, DaemonSetSpec.Builder::selector)
            .rule(DaemonSetSchema::selectsItsPods)
            .always("template", PodTemplates.TEMPLATE, DaemonSetSpec::template, DaemonSetSpec.Builder::template)
            .unchecked()
            .rule(DaemonSetSchema::template)
            .field("minReadySeconds", Types.INT, DaemonSetSpec::minReadySeconds, DaemonSetSpec.Builder::minReadySeconds)
            .check(nonNegative())
            .always("updateStrategy", STRATEGY, DaemonSetSpec::updateStrategy, DaemonSetSpec.Builder::updateStrategy)
            .optional(
                    "revisionHistoryLimit",
                    Types.INT,
                    DaemonSetSpec::revisionHistoryLimit,
                    DaemonSetSpec.Builder::revisionHistoryLimit)
            .preset(REVISIONS_KEPT)
            .check(nonNegative())
            .schema();

    private static final TreeSchema CONDITION = TreeSchema.of(
            Field.text("type").always(),
            Field.text("status").always(),
            Field.time("lastTransitionTime"),
            Field.text("reason"),
            Field.text("message"));

    private static final Schema<DaemonSetStatus> STATUS = Schema.of(
                    DaemonSetStatus::builder, DaemonSetStatus.Builder::build)
            .always(
                    "currentNumberScheduled",
                    Types.INT,
                    DaemonSetStatus::currentNumberScheduled,
                    DaemonSetStatus.Builder::currentNumberScheduled)
            .always(
                    "numberMisscheduled",
                    Types.INT,
                    DaemonSetStatus::numberMisscheduled,
                    DaemonSetStatus.Builder::numberMisscheduled)
            .always(
                    "desiredNumberScheduled",
                    Types.INT,
                    DaemonSetStatus::desiredNumberScheduled,
                    DaemonSetStatus.Builder::desiredNumberScheduled)
            .always("numberReady", Types.INT, DaemonSetStatus::numberReady, DaemonSetStatus.Builder::numberReady)
            .field(
                    "observedGeneration",
                    Types.LONG,
                    DaemonSetStatus::observedGeneration,
                    DaemonSetStatus.Builder::observedGeneration)
            .field(
                    "updatedNumberScheduled",
                    Types.INT,
                    DaemonSetStatus::updatedNumberScheduled,
                    DaemonSetStatus.Builder::updatedNumberScheduled)
            .field(
                    "numberAvailable",
                    Types.INT,
                    DaemonSetStatus::numberAvailable,
                    DaemonSetStatus.Builder::numberAvailable)
            .field(
                    "numberUnavailable",
                    Types.INT,
                    DaemonSetStatus::numberUnavailable,
                    DaemonSetStatus.Builder::numberUnavailable)
            .optional(
                    "collisionCount",
                    Types.INT,
                    DaemonSetStatus::collisionCount,
                    DaemonSetStatus.Builder::collisionCount)
            .list("conditions", CONDITION, DaemonSetStatus::conditions, DaemonSetStatus.Builder::conditions)
            .schema();

    static final Schema<DaemonSet> SET = Schema.of(DaemonSet::builder, DaemonSet.Builder::build)
            .constant("apiVersion", DaemonSet.KIND.apiVersion())
            .constant("kind", DaemonSet.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    DaemonSet::metadata,
                    DaemonSet.Builder::metadata)
            .always("spec", SPEC, DaemonSet::spec, DaemonSet.Builder::spec)
            .always("status", STATUS, DaemonSet::status, DaemonSet.Builder::status)
            .unchecked()
            .schema();

    private DaemonSetSchema() {}

    private static DaemonUpdateStrategy rollingByDefault(DaemonUpdateStrategy strategy) {
        UpdateStrategyType type = strategy.type().orElse(UpdateStrategyType.ROLLING_UPDATE);
        if (!type.equals(UpdateStrategyType.ROLLING_UPDATE)) {
            return strategy;
        }
        RollingDaemons rolling = strategy.rollingUpdate()
                .orElseGet(() -> RollingDaemons.builder().build());
        return strategy.withType(type)
                .withRollingUpdate(
                        rolling.withMaxUnavailable(rolling.maxUnavailable().orElse(ONE))
                                .withMaxSurge(rolling.maxSurge().orElse(NONE)));
    }

    /** Either a pod goes first, or its successor comes first. */
    private static void oneWayToMove(RollingDaemons rolling, ErrorsAt at) {
        JsonValue unavailable = rolling.maxUnavailable().orElse(NONE);
        JsonValue surge = rolling.maxSurge().orElse(NONE);
        NumberOrPercentage.NOT_MORE_THAN_ALL.check(unavailable, at.child("maxUnavailable"));
        NumberOrPercentage.NOT_MORE_THAN_ALL.check(surge, at.child("maxSurge"));
        boolean isGoing = !NumberOrPercentage.isNone(unavailable);
        boolean isComing = !NumberOrPercentage.isNone(surge);
        if (isGoing && isComing) {
            at.child("maxSurge")
                    .invalid(NumberOrPercentage.printed(surge), "may not be set when maxUnavailable is non-zero");
        } else if (!isGoing && !isComing) {
            at.child("maxUnavailable").required("cannot be 0 when maxSurge is 0");
        }
    }

    private static void rollingUpdateFitsType(DaemonUpdateStrategy strategy, ErrorsAt at) {
        switch (strategy.type().map(UpdateStrategyType::value).orElse("")) {
            case "OnDelete" -> {}
            case "RollingUpdate" ->
                strategy.rollingUpdate()
                        .ifPresentOrElse(
                                rolling -> ROLLING.check(rolling, at.child("rollingUpdate")),
                                () -> at.child("rollingUpdate").required());
            default -> TemplateChecks.unknownWay(WAYS, at);
        }
    }

    private static void selectsItsPods(DaemonSetSpec spec, ErrorsAt at) {
        LabelMatcher matcher = spec.selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
        if (matcher.problems().isEmpty()
                && !matcher.matches(spec.template().metadata().labels())) {
            TemplateChecks.unselected(at.child("template"));
        }
        spec.selector()
                .filter(TemplateChecks::isEmpty)
                .ifPresent(selector -> at.child("selector")
                        .invalid(TemplateChecks.printed(selector), "empty selector is invalid for daemonset"));
    }

    private static void template(DaemonSetSpec spec, ErrorsAt at) {
        PodTemplateSpec template = spec.template();
        TemplateChecks.contents(template, template.spec(), at.child("template"));
        TemplateChecks.neverEnding(template.spec(), "DaemonSet", at.child("template", "spec"));
    }
}
