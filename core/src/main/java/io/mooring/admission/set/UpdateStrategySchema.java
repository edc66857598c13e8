package io.mooring.admission.set;

import io.mooring.release.Behaviour;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.Optional;

/**
 * How a set replaces its pods, in the order of {@code ValidateStatefulSetSpec} of {@code apps/validation}. What a rolling
 * update says is checked only where the type is RollingUpdate.
 */
final class UpdateStrategySchema {
    /** Whether pods may be replaced all at once, if the stored set says so already. */
    static final CheckOption<Boolean> STORED_RECREATES = new CheckOption<>("the stored set recreates its pods", false);

    private static final String KNOWN = "must be 'RollingUpdate' or 'OnDelete'";
    private static final String KNOWN_WITH_RECREATE = "must be 'RollingUpdate', 'OnDelete', or 'Recreate'";

    private static final Schema<RollingUpdate> ROLLING_UPDATE = Schema.of(
                    RollingUpdate::builder, RollingUpdate.Builder::build)
            .optional("partition", Types.INT, RollingUpdate::partition, RollingUpdate.Builder::partition)
            .preset(0)
            .check(Checks.nonNegative())
            .optional(
                    "maxUnavailable",
                    Types.INT_OR_STRING,
                    RollingUpdate::maxUnavailable,
                    RollingUpdate.Builder::maxUnavailable)
            .check(UpdateStrategySchema::maxUnavailable)
            .schema();

    static final Schema<UpdateStrategy> STRATEGY = Schema.of(UpdateStrategy::builder, UpdateStrategy.Builder::build)
            .fill(UpdateStrategySchema::rollingByDefault)
            .zeroAsAbsent(
                    "type",
                    Types.named(UpdateStrategyType::new, UpdateStrategyType::value),
                    UpdateStrategy::type,
                    UpdateStrategy.Builder::type)
            .optional(
                    "rollingUpdate",
                    ROLLING_UPDATE,
                    UpdateStrategy::rollingUpdate,
                    UpdateStrategy.Builder::rollingUpdate)
            .unchecked()
            .rule(UpdateStrategySchema::rollingUpdateFitsType)
            .schema();

    private UpdateStrategySchema() {}

    /** A strategy without a type rolls, and says so in both fields. */
    private static UpdateStrategy rollingByDefault(UpdateStrategy strategy) {
        if (strategy.type().isPresent()) {
            return strategy;
        }
        RollingUpdate rolling =
                strategy.rollingUpdate().orElseGet(() -> RollingUpdate.builder().build());
        return strategy.withType(UpdateStrategyType.ROLLING_UPDATE).withRollingUpdate(rolling);
    }

    private static void rollingUpdateFitsType(UpdateStrategy strategy, ErrorsAt at) {
        switch (strategy.type().map(UpdateStrategyType::value).orElse("")) {
            case "" -> at.required();
            case "RollingUpdate" ->
                strategy.rollingUpdate().ifPresent(update -> ROLLING_UPDATE.check(update, at.child("rollingUpdate")));
            case "OnDelete" -> doesNotRoll(strategy, at);
            default -> {
                boolean mayRecreate = at.has(Behaviour.STATEFUL_SET_RECREATE) || at.option(STORED_RECREATES);
                if (mayRecreate && strategy.type().equals(Optional.of(UpdateStrategyType.RECREATE))) {
                    doesNotRoll(strategy, at);
                } else {
                    at.invalid(BadValue.STRUCTURE, mayRecreate ? KNOWN_WITH_RECREATE : KNOWN);
                }
            }
        }
    }

    private static void doesNotRoll(UpdateStrategy strategy, ErrorsAt at) {
        if (strategy.rollingUpdate().isPresent()) {
            at.child("rollingUpdate").invalid(BadValue.STRUCTURE, "only allowed for updateStrategy 'RollingUpdate'");
        }
    }

    /** A number of pods above 0, or a percentage from 1% to 100%. Upstream reads text that is neither as 0. */
    private static void maxUnavailable(JsonValue value, ErrorsAt at) {
        if (value instanceof JsonNumber number) {
            long pods = number.toLong().orElse(0);
            Checks.nonNegative().check(pods, at);
            if (pods == 0) {
                at.invalid(BadValue.of(0), "cannot be 0");
            }
            return;
        }
        percentage(value instanceof JsonString text ? text.value() : "", at);
    }

    private static void percentage(String text, ErrorsAt at) {
        boolean isPercentage = text.matches("[0-9]+%");
        if (!isPercentage) {
            at.invalid(
                    BadValue.ofTyped(text),
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%',"
                            + " regex used for validation is '[0-9]+%')");
        }
        if (!text.matches("[-+]?0*[1-9][0-9]*" + (isPercentage ? "%" : ""))) {
            at.invalid(BadValue.ofTyped(text), "cannot be 0");
        }
        if (text.matches("0*[1-9][0-9]{2,}%") && !text.matches("0*100%")) {
            at.invalid(BadValue.ofTyped(text), "must not be greater than 100%");
        }
    }
}
