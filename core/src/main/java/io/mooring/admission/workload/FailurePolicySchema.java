package io.mooring.admission.workload;

import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.Container;
import io.mooring.workload.ExitCodes;
import io.mooring.workload.FailureAction;
import io.mooring.workload.JobSpec;
import io.mooring.workload.PodConditionPattern;
import io.mooring.workload.PodFailurePolicy;
import io.mooring.workload.PodFailureRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Job makes of its pods' failures, in the order of {@code validatePodFailurePolicy} of {@code batch/validation}. */
final class FailurePolicySchema {
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;
    private static final int MOST_PATTERNS = 20;
    private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
    private static final List<String> OPERATORS = List.of("In", "NotIn");
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");

    private static final Schema<ExitCodes> EXIT_CODES = Schema.of(ExitCodes::builder, ExitCodes.Builder::build)
            .optional("containerName", Types.STRING, ExitCodes::containerName, ExitCodes.Builder::containerName)
            .always("operator", Types.STRING, ExitCodes::operator, ExitCodes.Builder::operator)
            .always("values", Types.list(Types.INT), ExitCodes::values, ExitCodes.Builder::values)
            .schema();

    private static final Schema<PodConditionPattern> PATTERN = Schema.of(
                    PodConditionPattern::builder, PodConditionPattern.Builder::build)
            .always("type", Types.STRING, PodConditionPattern::type, PodConditionPattern.Builder::type)
            .always("status", Types.STRING, PodConditionPattern::status, PodConditionPattern.Builder::status)
            .filled(status -> status.isEmpty() ? "True" : status)
            .schema();

    private static final Schema<PodFailureRule> RULE = Schema.of(PodFailureRule::builder, PodFailureRule.Builder::build)
            .always(
                    "action",
                    Types.named(FailureAction::new, FailureAction::value),
                    PodFailureRule::action,
                    PodFailureRule.Builder::action)
            .optional("onExitCodes", EXIT_CODES, PodFailureRule::onExitCodes, PodFailureRule.Builder::onExitCodes)
            .list("onPodConditions", PATTERN, PodFailureRule::onPodConditions, PodFailureRule.Builder::onPodConditions)
            .schema();

    /** Unchecked: {@link #check} asks the Job's spec too. */
    static final Schema<PodFailurePolicy> POLICY = Schema.of(PodFailurePolicy::builder, PodFailurePolicy.Builder::build)
            .always("rules", Types.list(RULE), PodFailurePolicy::rules, PodFailurePolicy.Builder::rules)
            .schema();

    private FailurePolicySchema() {}

    static void check(JobSpec spec, ErrorsAt at) {
        spec.podFailurePolicy().ifPresent(policy -> check(policy, spec, at.child("podFailurePolicy", "rules")));
    }

    private static void check(PodFailurePolicy policy, JobSpec spec, ErrorsAt at) {
        List<PodFailureRule> rules = policy.rules();
        if (rules.size() > MOST_RULES) {
            at.tooMany(rules.size(), MOST_RULES);
        }
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), spec, at.index(i));
        }
    }

    private static void check(PodFailureRule rule, JobSpec spec, ErrorsAt at) {
        action(rule.action(), spec, at.child("action"));
        rule.onExitCodes().ifPresent(codes -> exitCodes(codes, spec, at.child("onExitCodes")));
        patterns(rule.onPodConditions(), at.child("onPodConditions"));
        boolean hasConditions = !rule.onPodConditions().isEmpty();
        if (rule.onExitCodes().isPresent() && hasConditions) {
            at.invalidAsSuch("specifying both OnExitCodes and OnPodConditions is not supported");
        }
        if (rule.onExitCodes().isEmpty() && !hasConditions) {
            at.invalidAsSuch("specifying one of OnExitCodes and OnPodConditions is required");
        }
    }

    private static void action(FailureAction action, JobSpec spec, ErrorsAt at) {
        if (!action.equals(FailureAction.FAIL_INDEX)) {
            oneOf(ACTIONS, action.value(), at);
        } else if (spec.backoffLimitPerIndex().isEmpty()) {
            at.invalid(BadValue.ofTyped(action.value()), "requires the backoffLimitPerIndex to be set");
        }
    }

    private static void oneOf(List<String> supported, String value, ErrorsAt at) {
        if (value.isEmpty()) {
            at.required("valid values: "
                    + supported.stream().map(GoText::quoted).collect(Collectors.joining(" ", "[", "]")));
        } else {
            Checks.oneOf(supported.toArray(String[]::new)).check(value, at);
        }
    }

    private static void exitCodes(ExitCodes codes, JobSpec spec, ErrorsAt at) {
        oneOf(OPERATORS, codes.operator(), at.child("operator"));
        codes.containerName()
                .filter(name -> containers(spec).noneMatch(name::equals))
                .ifPresent(name -> at.child("containerName")
                        .invalid(name, "must be one of the container or initContainer names in the pod template"));
        ErrorsAt place = at.child("values");
        List<Integer> values = codes.values();
        if (values.isEmpty()) {
            place.invalid(BadValue.ofSent(place.sent()), "at least one value is required");
        } else if (values.size() > MOST_CODES) {
            place.tooMany(values.size(), MOST_CODES);
        }
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            BadValue value = BadValue.of(values.get(i));
            if (codes.operator().equals("In") && values.get(i) == 0) {
                place.index(i).invalid(value, "must not be 0 for the In operator");
            }
            if (!seen.add(values.get(i))) {
                place.index(i).duplicate(value);
            }
        }
        if (!values.equals(values.stream().sorted().toList())) {
            place.invalid(BadValue.LIST, "must be ordered");
        }
    }

    private static Stream<String> containers(JobSpec spec) {
        return Stream.concat(
                        spec.template().spec().containers().stream(), spec.template().spec().initContainers().stream())
                .map(Container::name);
    }

    private static void patterns(List<PodConditionPattern> patterns, ErrorsAt at) {
        if (patterns.size() > MOST_PATTERNS) {
            at.tooMany(patterns.size(), MOST_PATTERNS);
        }
        for (int i = 0; i < patterns.size(); i++) {
            Checks.name(NameRule.QUALIFIED_NAME)
                    .check(patterns.get(i).type(), at.index(i).child("type"));
            oneOf(STATUSES, patterns.get(i).status(), at.index(i).child("status"));
        }
    }
}
