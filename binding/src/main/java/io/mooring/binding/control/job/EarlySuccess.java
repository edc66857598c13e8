package io.mooring.binding.control.job;

import io.mooring.workload.SuccessPolicy;
import io.mooring.workload.SuccessRule;
import java.util.List;
import java.util.Optional;

/** Whether an Indexed Job has succeeded before all its numbers have. Models {@code matchSuccessPolicy}. */
final class EarlySuccess {
    private EarlySuccess() {}

    static Optional<Ending> ending(JobView view) {
        List<SuccessRule> rules =
                view.job().spec().successPolicy().map(SuccessPolicy::rules).orElse(List.of());
        Indexes succeeded = view.succeededIndexes();
        for (int i = 0; i < rules.size(); i++) {
            if (!succeeded.isEmpty() && isMet(rules.get(i), succeeded, view.completions())) {
                return Optional.of(Ending.succeeded("SuccessPolicy", "Matched rules at index " + i));
            }
        }
        return Optional.empty();
    }

    private static boolean isMet(SuccessRule rule, Indexes succeeded, int completions) {
        if (rule.succeededIndexes().isEmpty()) {
            return isEnough(rule, succeeded.size());
        }
        Indexes asked = Indexes.parse(rule.succeededIndexes().get(), completions);
        int met = asked.inCommonWith(succeeded);
        return !asked.isEmpty() && (met == asked.size() || isEnough(rule, met));
    }

    private static boolean isEnough(SuccessRule rule, int count) {
        return rule.succeededCount().filter(wanted -> count >= wanted).isPresent();
    }
}
