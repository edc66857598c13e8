package io.mooring.admission.workload;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.DeploymentStrategy;
import io.mooring.workload.DeploymentStrategyType;
import io.mooring.workload.RollingDeployment;
import java.util.List;

/** How a Deployment replaces its pods. Models {@code ValidateDeploymentStrategy} and {@code SetDefaults_Deployment}. */
final class DeploymentStrategySchema {
    private static final JsonValue QUARTER = new JsonString("25%");
    private static final JsonValue NONE = JsonNumber.of(0);
    private static final List<String> WAYS = List.of("Recreate", "RollingUpdate");

    private static final Schema<RollingDeployment> ROLLING = Schema.of(
                    RollingDeployment::builder, RollingDeployment.Builder::build)
            .optional(
                    "maxUnavailable",
                    Types.INT_OR_STRING,
                    RollingDeployment::maxUnavailable,
                    RollingDeployment.Builder::maxUnavailable)
            .check(NumberOrPercentage.EITHER)
            .optional("maxSurge", Types.INT_OR_STRING, RollingDeployment::maxSurge, RollingDeployment.Builder::maxSurge)
            .check(NumberOrPercentage.EITHER)
            .rule(DeploymentStrategySchema::roomToMove)
            .schema();

    static final Schema<DeploymentStrategy> STRATEGY = Schema.of(
                    DeploymentStrategy::builder, DeploymentStrategy.Builder::build)
            .fill(DeploymentStrategySchema::rollingByDefault)
            .zeroAsAbsent(
                    "type",
                    Types.named(DeploymentStrategyType::new, DeploymentStrategyType::value),
                    DeploymentStrategy::type,
                    DeploymentStrategy.Builder::type)
            .optional(
                    "rollingUpdate",
                    ROLLING,
                    DeploymentStrategy::rollingUpdate,
                    DeploymentStrategy.Builder::rollingUpdate)
            .unchecked()
            .rule(DeploymentStrategySchema::rollingUpdateFitsType)
            .schema();

    private DeploymentStrategySchema() {}

    private static DeploymentStrategy rollingByDefault(DeploymentStrategy strategy) {
        DeploymentStrategyType type = strategy.type().orElse(DeploymentStrategyType.ROLLING_UPDATE);
        if (!type.equals(DeploymentStrategyType.ROLLING_UPDATE)) {
            return strategy;
        }
        RollingDeployment rolling = strategy.rollingUpdate()
                .orElseGet(() -> RollingDeployment.builder().build());
        return strategy.withType(type)
                .withRollingUpdate(
                        rolling.withMaxUnavailable(rolling.maxUnavailable().orElse(QUARTER))
                                .withMaxSurge(rolling.maxSurge().orElse(QUARTER)));
    }

    private static void roomToMove(RollingDeployment rolling, ErrorsAt at) {
        JsonValue unavailable = rolling.maxUnavailable().orElse(NONE);
        ErrorsAt place = at.child("maxUnavailable");
        if (NumberOrPercentage.isNone(unavailable)
                && NumberOrPercentage.isNone(rolling.maxSurge().orElse(NONE))) {
            place.invalid(NumberOrPercentage.printed(unavailable), "may not be 0 when `maxSurge` is 0");
        }
        NumberOrPercentage.NOT_MORE_THAN_ALL.check(unavailable, place);
    }

    private static void rollingUpdateFitsType(DeploymentStrategy strategy, ErrorsAt at) {
        switch (strategy.type().map(DeploymentStrategyType::value).orElse("")) {
            case "Recreate" -> {
                if (strategy.rollingUpdate().isPresent()) {
                    at.child("rollingUpdate").forbidden("may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" ->
                strategy.rollingUpdate()
                        .ifPresentOrElse(
                                rolling -> ROLLING.check(rolling, at.child("rollingUpdate")),
                                () -> at.child("rollingUpdate").required("this should be defaulted and never be nil"));
            default -> TemplateChecks.unknownWay(WAYS, at);
        }
    }
}
