package io.mooring.admission.pod;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.names.DecimalInteger;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When and how spread a pod is scheduled: tolerations, spread constraints, gates. Models {@code ValidateTolerations},
 * {@code validateTopologySpreadConstraints} and {@code validateSchedulingGates}.
 */
final class Scheduling {
    private static final Check<Number> POSITIVE = between(1, Integer.MAX_VALUE, "must be greater than zero");

    private static final Field<String> KEY = text("key").check(name(NameRule.QUALIFIED_NAME));
    private static final Field<String> OPERATOR = text("operator");
    private static final Field<String> VALUE = text("value");
    private static final Field<String> EFFECT =
            text("effect").check(oneOf("NoSchedule", "PreferNoSchedule", "NoExecute"));
    private static final Field<Long> TOLERATION_SECONDS =
            int64("tolerationSeconds").optional();

    private static final Set<String> COMPARING = Set.of("Gt", "Lt");

    static final Field<List<JsonObject>> TOLERATIONS = objects(
            "tolerations",
            TreeSchema.of(KEY, OPERATOR, VALUE, rule(Scheduling::toleration), EFFECT, TOLERATION_SECONDS));

    static final Field<String> TOPOLOGY_KEY = text("topologyKey").always().required("can not be empty");
    private static final Field<String> WHEN_UNSATISFIABLE =
            text("whenUnsatisfiable").always().checkAlways(oneOf("DoNotSchedule", "ScheduleAnyway"));
    private static final Field<Integer> MIN_DOMAINS =
            int32("minDomains").optional().check(POSITIVE);

    /** The constraints after the one that is checked. */
    private static final CheckOption<Boolean> REPEATED_LATER = new CheckOption<>("repeated by a later one", false);

    private static final TreeSchema SPREAD_CONSTRAINT = TreeSchema.of(
            int32("maxSkew").always().checkAlways(POSITIVE),
            TOPOLOGY_KEY,
            WHEN_UNSATISFIABLE,
            rule(Scheduling::notRepeated),
            MIN_DOMAINS,
            rule(Scheduling::domainsOfHardConstraint),
            text("nodeAffinityPolicy").optional().check(oneOf("Honor", "Ignore")),
            text("nodeTaintsPolicy").optional().check(oneOf("Honor", "Ignore")),
            rule(MatchLabelKeys::check),
            Affinities.LABEL_SELECTOR,
            MatchLabelKeys.SAME);

    static final Field<List<JsonObject>> TOPOLOGY_SPREAD_CONSTRAINTS =
            objects("topologySpreadConstraints", SPREAD_CONSTRAINT).unchecked().check(Scheduling::spreadConstraints);

    private static final Field<String> GATE = text("name").always();
    static final Field<List<JsonObject>> SCHEDULING_GATES =
            objects("schedulingGates", TreeSchema.of(GATE)).check(Scheduling::gates);

    private Scheduling() {}

    private static void toleration(JsonObject toleration, ErrorsAt at) {
        String operator = OPERATOR.of(toleration);
        String effect = EFFECT.of(toleration);
        if (!KEY.isIn(toleration) && !operator.equals("Exists")) {
            at.child(OPERATOR)
                    .invalid(
                            BadValue.ofTyped(operator),
                            "operator must be Exists when `key` is empty, which means \"match all values and all"
                                    + " keys\"");
        }
        if (TOLERATION_SECONDS.isIn(toleration) && !effect.equals("NoExecute")) {
            at.child(EFFECT)
                    .invalid(BadValue.ofTyped(effect), "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        if (COMPARING.contains(operator)) {
            comparison(operator, VALUE.of(toleration), at);
        } else {
            operator(operator, VALUE.of(toleration), at.child(OPERATOR));
        }
    }

    private static void comparison(String operator, String value, ErrorsAt at) {
        if (!at.has(Behaviour.TOLERATIONS_COMPARE_NUMBERS)) {
            boolean listsAll = at.has(Behaviour.TOLERATION_REFUSAL_LISTS_COMPARISONS);
            at.child(OPERATOR)
                    .notSupported(
                            BadValue.ofTyped(operator),
                            listsAll ? List.of("Equal", "Exists", "Lt", "Gt") : List.of("Equal", "Exists"));
            return;
        }
        DecimalInteger.problems(value).forEach(problem -> at.child(VALUE).invalid(value, problem));
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

    private static void spreadConstraints(List<JsonObject> constraints, ErrorsAt at) {
        Map<String, Integer> lastOfKind = new HashMap<>();
        for (int i = 0; i < constraints.size(); i++) {
            lastOfKind.put(kind(constraints.get(i)), i);
        }
        for (int i = 0; i < constraints.size(); i++) {
            boolean isRepeated = lastOfKind.getOrDefault(kind(constraints.get(i)), i) > i;
            SPREAD_CONSTRAINT.check(constraints.get(i), at.index(i).with(REPEATED_LATER, isRepeated));
        }
    }

    /** One topology is spread over once in the same way. Models {@code ValidateSpreadConstraintNotRepeat}. */
    private static void notRepeated(JsonObject constraint, ErrorsAt at) {
        if (at.option(REPEATED_LATER)) {
            at.child("{topologyKey, whenUnsatisfiable}").duplicate(BadValue.of(kind(constraint)));
        }
    }

    private static String kind(JsonObject constraint) {
        return "{" + TOPOLOGY_KEY.of(constraint) + ", " + WHEN_UNSATISFIABLE.of(constraint) + "}";
    }

    private static void domainsOfHardConstraint(JsonObject constraint, ErrorsAt at) {
        String action = WHEN_UNSATISFIABLE.of(constraint);
        if (MIN_DOMAINS.isIn(constraint) && !action.equals("DoNotSchedule")) {
            at.child(MIN_DOMAINS)
                    .invalid(
                            BadValue.of(MIN_DOMAINS.of(constraint)),
                            "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action);
        }
    }

    /** Gates: qualified names, each once; told at the item. */
    private static void gates(List<JsonObject> gates, ErrorsAt at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < gates.size(); i++) {
            String name = GATE.of(gates.get(i));
            name(NameRule.QUALIFIED_NAME).check(name, at.index(i));
            if (!names.add(name)) {
                at.index(i).duplicate(BadValue.of(name));
            }
        }
    }
}
