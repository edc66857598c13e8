package io.mooring.admission.workload;

import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.JobSpec;
import io.mooring.workload.SuccessPolicy;
import io.mooring.workload.SuccessRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** When an Indexed Job has succeeded early, in the order of {@code validateSuccessPolicy} of {@code batch/validation}. */
final class SuccessPolicySchema {
    private static final int MOST_RULES = 20;
    private static final int LONGEST_INDEXES = 64 * 1024;

    private static final Schema<SuccessRule> RULE = Schema.of(SuccessRule::builder, SuccessRule.Builder::build)
            .optional(
                    "succeededIndexes",
                    Types.STRING,
                    SuccessRule::succeededIndexes,
                    SuccessRule.Builder::succeededIndexes)
            .optional("succeededCount", Types.INT, SuccessRule::succeededCount, SuccessRule.Builder::succeededCount)
            .schema();

    /** Unchecked: {@link #check} asks the Job's spec too. */
    static final Schema<SuccessPolicy> POLICY = Schema.of(SuccessPolicy::builder, SuccessPolicy.Builder::build)
            .always("rules", Types.list(RULE), SuccessPolicy::rules, SuccessPolicy.Builder::rules)
            .schema();

    private SuccessPolicySchema() {}

    /** An Indexed Job without completions is refused for that; upstream comes no further. */
    static void check(JobSpec spec, ErrorsAt at) {
        if (spec.successPolicy().isEmpty()) {
            return;
        }
        ErrorsAt place = at.child("successPolicy");
        if (!spec.completionMode().equals(Optional.of(CompletionMode.INDEXED))) {
            place.invalid(BadValue.STRUCTURE, "requires indexed completion mode");
            return;
        }
        List<SuccessRule> rules = spec.successPolicy().get().rules();
        if (rules.isEmpty()) {
            place.child("rules").required("at least one rules must be specified when the successPolicy is specified");
        }
        if (rules.size() > MOST_RULES) {
            place.child("rules").tooMany(rules.size(), MOST_RULES);
        }
        for (int i = 0; i < rules.size(); i++) {
            check(
                    rules.get(i),
                    spec.completions().orElse(0),
                    place.child("rules").index(i));
        }
    }

    private static void check(SuccessRule rule, int completions, ErrorsAt at) {
        if (rule.succeededCount().isEmpty() && rule.succeededIndexes().isEmpty()) {
            at.required("at least one of succeededCount or succeededIndexes must be specified");
        }
        IndexText indexes = IndexText.of(rule.succeededIndexes().orElse(""), completions);
        rule.succeededIndexes().ifPresent(text -> indexes(text, indexes, at.child("succeededIndexes")));
        rule.succeededCount().ifPresent(count -> {
            ErrorsAt place = at.child("succeededCount");
            Checks.nonNegative().check(count, place);
            if (count > completions) {
                place.invalid(BadValue.of(count), atMost(completions, "the number of specified completions"));
            }
            if (rule.succeededIndexes().isPresent() && count > indexes.total()) {
                place.invalid(
                        BadValue.of(count),
                        atMost(indexes.total(), "the number of indexes in the specified succeededIndexes field"));
            }
        });
    }

    private static void indexes(String text, IndexText read, ErrorsAt at) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_INDEXES) {
            at.tooLong(LONGEST_INDEXES);
        }
        if (!read.isReadable()) {
            at.invalid(text, "error parsing succeededIndexes: " + read.problem());
        }
    }

    private static String atMost(int most, String what) {
        return "must be less than or equal to " + most + " (" + what + ")";
    }
}
