package io.mooring.admission.pod;

import io.mooring.admission.metadata.SelectorRules;
import io.mooring.admission.node.NodeSelectors;
import io.mooring.meta.LabelSelector;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked on where a pod may run: affinity, tolerations, spreading, gates. */
final class SchedulingRules {
    private static final Check<Long> WEIGHT = TreeRules.between(1, 100, "must be in the range 1-100");
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private static final TreeRules NODE_AFFINITY = TreeRules.table()
            .object(REQUIRED, Types.tree(NodeSelectors.SELECTOR))
            .each(
                    PREFERRED,
                    TreeRules.table().number("weight", WEIGHT).object("preference", SchedulingRules::preference));

    private static final TreeRules POD_AFFINITY_TERM = TreeRules.table()
            .object("labelSelector", SchedulingRules::labelSelector)
            .object("namespaceSelector", SchedulingRules::labelSelector)
            .rule((term, at) -> Tree.texts(term, "namespaces")
                    .forEach(name -> Checks.name(NameRule.DNS_1123_LABEL).check(name, at.child("namespace"))))
            .rule(SchedulingRules::topologyKey);

    private static final TreeRules POD_AFFINITY = TreeRules.table()
            .each(REQUIRED, POD_AFFINITY_TERM)
            .each(PREFERRED, TreeRules.table().number("weight", WEIGHT).object("podAffinityTerm", POD_AFFINITY_TERM));

    static final TreeRules AFFINITY = TreeRules.table()
            .object("nodeAffinity", NODE_AFFINITY)
            .object("podAffinity", POD_AFFINITY)
            .object("podAntiAffinity", POD_AFFINITY);

    static final TreeRules TOLERATION = TreeRules.table()
            .textUnlessEmpty("key", Checks.name(NameRule.QUALIFIED_NAME))
            .rule(SchedulingRules::tolerates)
            .textUnlessEmpty("effect", TreeRules.oneOf(List.of("NoSchedule", "PreferNoSchedule", "NoExecute")));

    static final TreeRules SPREAD_CONSTRAINT = TreeRules.table()
            .number("maxSkew", TreeRules.between(1, Integer.MAX_VALUE, "must be greater than zero"))
            .rule(SchedulingRules::spreadKey)
            .text("whenUnsatisfiable", SchedulingRules::whenUnsatisfiable)
            .rule(SchedulingRules::leastDomains)
            .textIfThere("nodeAffinityPolicy", TreeRules.oneOf(List.of("Honor", "Ignore")))
            .textIfThere("nodeTaintsPolicy", TreeRules.oneOf(List.of("Honor", "Ignore")))
            .object("labelSelector", SchedulingRules::labelSelector);

    private SchedulingRules() {}

    private static void labelSelector(JsonObject selector, ErrorsAt at) {
        SelectorRules.labelSelector().check(LabelSelector.CODEC.decode(selector).orThrow(), at);
    }

    /** Values of preferences are taken as they are: nodes need not meet them. */
    private static void preference(JsonObject term, ErrorsAt at) {
        Types.tree(NodeSelectors.TERM).check(term, at.with(NodeSelectors.ANY_VALUES, true));
    }

    private static void topologyKey(JsonObject term, ErrorsAt at) {
        String key = Tree.text(term, "topologyKey");
        if (key.isEmpty()) {
            at.child("topologyKey").required("can not be empty");
        }
        Checks.name(NameRule.QUALIFIED_NAME).check(key, at.child("topologyKey"));
    }

    private static void tolerates(JsonObject toleration, ErrorsAt at) {
        String operator = Tree.text(toleration, "operator");
        String value = Tree.text(toleration, "value");
        String effect = Tree.text(toleration, "effect");
        if (Tree.text(toleration, "key").isEmpty() && !operator.equals("Exists")) {
            at.child("operator")
                    .invalid(
                            BadValue.ofTyped(operator),
                            "operator must be Exists when `key` is empty, which means \"match all values and all"
                                    + " keys\"");
        }
        if (toleration.has("tolerationSeconds") && !effect.equals("NoExecute")) {
            at.child("effect")
                    .invalid(BadValue.ofTyped(effect), "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        operator(operator, value, at.child("operator"));
    }

    private static void operator(String operator, String value, ErrorsAt at) {
        switch (operator) {
            case "", "Equal" -> {
                List<String> problems = NameRule.LABEL_VALUE.problems(value);
                if (!problems.isEmpty()) {
                    at.invalid(value, String.join(";", problems));
                }
            }
            case "Exists" -> {
                if (!value.isEmpty()) {
                    at.invalid(value, "value must be empty when `operator` is 'Exists'");
                }
            }
            default -> at.notSupported(BadValue.ofTyped(operator), List.of("Equal", "Exists"));
        }
    }

    private static void spreadKey(JsonObject constraint, ErrorsAt at) {
        String key = Tree.text(constraint, "topologyKey");
        if (key.isEmpty()) {
            at.child("topologyKey").required("can not be empty");
        } else {
            Checks.name(NameRule.QUALIFIED_NAME).check(key, at.child("topologyKey"));
        }
    }

    private static void whenUnsatisfiable(String action, ErrorsAt at) {
        TreeRules.oneOf(List.of("DoNotSchedule", "ScheduleAnyway")).check(action, at);
    }

    private static void leastDomains(JsonObject constraint, ErrorsAt at) {
        Tree.number(constraint, "minDomains").ifPresent(least -> {
            ErrorsAt place = at.child("minDomains");
            TreeRules.between(1, Integer.MAX_VALUE, "must be greater than zero").check(least, place);
            String action = Tree.text(constraint, "whenUnsatisfiable");
            if (!action.equals("DoNotSchedule")) {
                place.invalid(
                        BadValue.of(least),
                        "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action);
            }
        });
    }

    /** Gates: qualified names, each once. */
    static void gates(List<JsonObject> gates, ErrorsAt at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < gates.size(); i++) {
            String name = Tree.text(gates.get(i), "name");
            Checks.name(NameRule.QUALIFIED_NAME).check(name, at.index(i));
            if (!names.add(name)) {
                at.index(i).duplicate(BadValue.of(name));
            }
        }
    }
}
