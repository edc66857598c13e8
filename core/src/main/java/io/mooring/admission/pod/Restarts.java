package io.mooring.admission.pod;

import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * When a container of its own accord is started again. Kubernetes: {@code core/v1 ContainerRestartRule}. Models {@code
 * validateContainerRestartPolicy}.
 */
final class Restarts {
    private static final Field<JsonObject> EXIT_CODES = object(
            "exitCodes",
            TreeSchema.of(
                    text("operator").checkAlways(oneOf("In", "NotIn")), Field.of("values", Types.list(Types.INT))));

    static final Field<String> POLICY = text("restartPolicy").optional().check(oneOf("Always", "Never", "OnFailure"));
    static final Field<List<JsonObject>> RULES = objects(
            "restartPolicyRules",
            TreeSchema.of(
                    text("action").checkAlways(oneOf("Restart", "RestartAllContainers")),
                    EXIT_CODES,
                    rule(Restarts::exitCodesGiven)));

    /** The fields of all containers, unchecked. */
    static final TreeLine FIELDS = TreeLine.lines(POLICY.withoutChecks(), RULES.withoutChecks());

    private static final TreeSchema CHECKS = TreeSchema.of(rule(Restarts::policyOfRules), POLICY, RULES);

    private Restarts() {}

    /** The checks of a container that may be started again. */
    static void check(JsonObject container, ErrorsAt at) {
        CHECKS.check(container, at);
    }

    private static void policyOfRules(JsonObject container, ErrorsAt at) {
        if (!POLICY.isIn(container) && !RULES.of(container).isEmpty()) {
            at.child(POLICY).required("must specify restartPolicy when restart rules are used");
        }
    }

    private static void exitCodesGiven(JsonObject rule, ErrorsAt at) {
        if (!EXIT_CODES.isIn(rule)) {
            at.child(EXIT_CODES).required("must be specified");
        }
    }
}
