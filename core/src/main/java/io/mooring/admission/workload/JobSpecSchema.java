package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;

import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodSpecs;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.names.NameRule;
import io.mooring.release.Semantics;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.JobSpec;
import io.mooring.workload.PodReplacementPolicy;
import io.mooring.workload.PodTemplateSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wanted of a Job, be it one that is made or one that a CronJob makes, in the order of {@code validateJobSpec} of
 * {@code batch/validation}. What is filled in for a Job is not filled in for a CronJob's template: {@link JobSchema} does it.
 */
final class JobSpecSchema {
    private static final int MOST_INDEXED_AT_ONCE = 100_000;
    private static final int MOST_FAILED_INDEXES = 100_000;
    private static final int MANY_COMPLETIONS = 100_000;
    private static final int MOST_AT_ONCE_OF_MANY = 10_000;
    private static final int MOST_FAILED_OF_MANY = 10_000;
    private static final int LONGEST_MANAGER = 63;
    private static final String HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
    private static final Pattern PATH = Pattern.compile(HTTP_PATH);

    static final Schema<JobSpec> SPEC = Schema.of(JobSpec::builder, JobSpec.Builder::build)
            .rest(JobSpec::rest, JobSpec.Builder::rest)
            .optional("parallelism", Types.INT, JobSpec::parallelism, JobSpec.Builder::parallelism)
            .check(nonNegative())
            .optional("completions", Types.INT, JobSpec::completions, JobSpec.Builder::completions)
            .check(nonNegative())
            .optional(
                    "activeDeadlineSeconds",
                    Types.LONG,
                    JobSpec::activeDeadlineSeconds,
                    JobSpec.Builder::activeDeadlineSeconds)
            .check(nonNegative())
            .optional("backoffLimit", Types.INT, JobSpec::backoffLimit, JobSpec.Builder::backoffLimit)
            .check(nonNegative())
            .optional(
                    "ttlSecondsAfterFinished",
                    Types.INT,
                    JobSpec::ttlSecondsAfterFinished,
                    JobSpec.Builder::ttlSecondsAfterFinished)
            .check(nonNegative())
            .optional(
                    "backoffLimitPerIndex",
                    Types.INT,
                    JobSpec::backoffLimitPerIndex,
                    JobSpec.Builder::backoffLimitPerIndex)
            .check(nonNegative())
            .optional("maxFailedIndexes", Types.INT, JobSpec::maxFailedIndexes, JobSpec.Builder::maxFailedIndexes)
            .check(nonNegative())
            .rule(JobSpecSchema::failedIndexesAreCounted)
            .optional("managedBy", Types.STRING, JobSpec::managedBy, JobSpec.Builder::managedBy)
            .check(JobSpecSchema::manager)
            .optional(
                    "completionMode",
                    Types.named(CompletionMode::new, CompletionMode::value),
                    JobSpec::completionMode,
                    JobSpec.Builder::completionMode)
            .check(Checks.oneOf(CompletionMode::value, "NonIndexed", "Indexed"))
            .rule(JobSpecSchema::indexed)
            .rule(JobSpecSchema::notIndexed)
            .optional(
                    "podFailurePolicy",
                    FailurePolicySchema.POLICY,
                    JobSpec::podFailurePolicy,
                    JobSpec.Builder::podFailurePolicy)
            .rule(FailurePolicySchema::check)
            .optional(
                    "successPolicy", SuccessPolicySchema.POLICY, JobSpec::successPolicy, JobSpec.Builder::successPolicy)
            .rule(SuccessPolicySchema::check)
            .optional("suspend", Types.BOOL, JobSpec::suspend, JobSpec.Builder::suspend)
            .optional(
                    "podReplacementPolicy",
                    Types.named(PodReplacementPolicy::new, PodReplacementPolicy::value),
                    JobSpec::podReplacementPolicy,
                    JobSpec.Builder::podReplacementPolicy)
            .rule(JobSpecSchema::replacementPolicy)
            .carried(Field.of("scheduling", Types.OBJECT).dropped())
            .always("template", PodTemplates.TEMPLATE, JobSpec::template, JobSpec.Builder::template)
            .unchecked()
            .rule(JobSpecSchema::template)
            .optional("manualSelector", Types.BOOL, JobSpec::manualSelector, JobSpec.Builder::manualSelector)
            .optional("selector", Selectors.SELECTOR, JobSpec::selector, JobSpec.Builder::selector)
            .unchecked()
            .schema();

    private JobSpecSchema() {}

    private static void failedIndexesAreCounted(JobSpec spec, ErrorsAt at) {
        if (spec.maxFailedIndexes().isPresent() && spec.backoffLimitPerIndex().isEmpty()) {
            at.child("backoffLimitPerIndex").required("when maxFailedIndexes is specified");
        }
    }

    /** Models {@code IsDomainPrefixedPath}. */
    private static void manager(String manager, ErrorsAt at) {
        int slash = manager.indexOf('/');
        if (manager.isEmpty()) {
            at.required();
        } else if (slash <= 0 || slash == manager.length() - 1) {
            at.invalid(manager, "must be a domain-prefixed path (such as \"acme.io/foo\")");
        } else {
            Checks.name(NameRule.DNS_1123_SUBDOMAIN).check(manager.substring(0, slash), at);
            String path = manager.substring(slash + 1);
            if (!PATH.matcher(path).matches()) {
                at.invalid(path, "Invalid path (regex used for validation is '" + HTTP_PATH + "')");
            }
        }
        if (manager.getBytes(StandardCharsets.UTF_8).length > LONGEST_MANAGER) {
            at.tooLong(LONGEST_MANAGER);
        }
    }

    private static void indexed(JobSpec spec, ErrorsAt at) {
        if (!spec.completionMode().equals(Optional.of(CompletionMode.INDEXED))) {
            return;
        }
        if (spec.completions().isEmpty()) {
            at.child("completions").required("when completion mode is Indexed");
        }
        atMost(
                spec.parallelism(),
                MOST_INDEXED_AT_ONCE,
                MOST_INDEXED_AT_ONCE + " when completion mode is Indexed",
                at.child("parallelism"));
        spec.completions()
                .ifPresent(completions ->
                        atMost(spec.maxFailedIndexes(), completions, "completions", at.child("maxFailedIndexes")));
        atMost(
                spec.maxFailedIndexes(),
                MOST_FAILED_INDEXES,
                Integer.toString(MOST_FAILED_INDEXES),
                at.child("maxFailedIndexes"));
        if (spec.completions().orElse(0) > MANY_COMPLETIONS
                && spec.backoffLimitPerIndex().isPresent()) {
            ofMany(spec, at);
        }
    }

    private static void ofMany(JobSpec spec, ErrorsAt at) {
        if (spec.maxFailedIndexes().isEmpty()) {
            at.child("maxFailedIndexes").required("must be specified when completions is above " + MANY_COMPLETIONS);
        }
        String when = " when completions are above " + MANY_COMPLETIONS + " and used with backoff limit per index";
        atMost(spec.parallelism(), MOST_AT_ONCE_OF_MANY, MOST_AT_ONCE_OF_MANY + when, at.child("parallelism"));
        atMost(spec.maxFailedIndexes(), MOST_FAILED_OF_MANY, MOST_FAILED_OF_MANY + when, at.child("maxFailedIndexes"));
    }

    private static void atMost(Optional<Integer> number, int most, String text, ErrorsAt at) {
        number.filter(value -> value > most)
                .ifPresent(value -> at.invalid(BadValue.of(value), "must be less than or equal to " + text));
    }

    private static void notIndexed(JobSpec spec, ErrorsAt at) {
        if (spec.completionMode().orElse(CompletionMode.NON_INDEXED).equals(CompletionMode.NON_INDEXED)) {
            onlyIndexed(spec.backoffLimitPerIndex(), at.child("backoffLimitPerIndex"));
            onlyIndexed(spec.maxFailedIndexes(), at.child("maxFailedIndexes"));
        }
    }

    private static void onlyIndexed(Optional<Integer> number, ErrorsAt at) {
        number.ifPresent(value -> at.invalid(BadValue.of(value), "requires indexed completion mode"));
    }

    private static void replacementPolicy(JobSpec spec, ErrorsAt at) {
        String[] allowed = spec.podFailurePolicy().isPresent()
                ? new String[] {"Failed"}
                : new String[] {"Failed", "TerminatingOrFailed"};
        spec.podReplacementPolicy()
                .ifPresent(policy -> Checks.oneOf(PodReplacementPolicy::value, allowed)
                        .check(policy, at.child("podReplacementPolicy")));
    }

    /** Its pods end: they may be started again only because they failed. */
    private static void template(JobSpec spec, ErrorsAt at) {
        TemplateChecks.contents(spec.template(), spec.template().spec(), at.child("template"));
        String policy = PodSpecs.RESTART_POLICY.of(spec.template().spec().rest());
        ErrorsAt place = at.child("template", "spec").child(PodSpecs.RESTART_POLICY);
        if (policy.equals("Always")) {
            place.advising("say whether a pod that failed is started again (OnFailure) or another one is made (Never)")
                    .required("valid values: \"OnFailure\", \"Never\"");
        } else {
            Checks.oneOf("OnFailure", "Never").check(policy, place);
        }
        if (policy.equals("OnFailure") && spec.podFailurePolicy().isPresent()) {
            place.invalid(BadValue.ofTyped(policy), "only \"Never\" is supported when podFailurePolicy is specified");
        }
    }

    /** Models {@code WarningsForJobSpec}. */
    static List<String> warnings(JobSpec spec, String at, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        if (spec.completionMode().equals(Optional.of(CompletionMode.INDEXED))
                && spec.completions().orElse(0) > MANY_COMPLETIONS
                && spec.parallelism().orElse(0) > MOST_AT_ONCE_OF_MANY) {
            warnings.add(
                    at + ": In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than"
                            + " 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail");
        }
        PodTemplateSpec template = spec.template();
        warnings.addAll(PodWarnings.of(template.spec(), template.metadata(), at + ".template.", semantics));
        return warnings;
    }
}
