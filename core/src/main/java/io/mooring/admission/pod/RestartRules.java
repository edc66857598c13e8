package io.mooring.admission.pod;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonObject;
import java.util.List;

/** What is checked on a container's own restart policy. Models {@code validateContainerRestartPolicy}. */
final class RestartRules {
    private static final String POLICY = "restartPolicy";
    private static final String RULES = "restartPolicyRules";

    private static final TreeRules TABLE = TreeRules.table()
            .textIfThere(POLICY, TreeRules.oneOf(List.of("Always", "Never", "OnFailure")))
            .each(
                    RULES,
                    TreeRules.table()
                            .text("action", TreeRules.oneOf(List.of("Restart", "RestartAllContainers")))
                            .object(
                                    "exitCodes",
                                    TreeRules.table().text("operator", TreeRules.oneOf(List.of("In", "NotIn"))))
                            .rule(RestartRules::exitCodesGiven));

    private RestartRules() {}

    static void check(JsonObject container, ErrorsAt at) {
        if (!container.has(POLICY) && !Tree.items(container, RULES).isEmpty()) {
            at.child(POLICY).required("must specify restartPolicy when restart rules are used");
        }
        TABLE.check(container, at);
    }

    private static void exitCodesGiven(JsonObject rule, ErrorsAt at) {
        if (!rule.has("exitCodes")) {
            at.child("exitCodes").required("must be specified");
        }
    }
}
