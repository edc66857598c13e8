package io.mooring.admission.workload;

import static io.mooring.schema.Checks.nonNegative;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodSpecs;
import io.mooring.admission.pod.PodTemplates;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.UncountedPods;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Job, in the order of {@code validateJobSpec} of {@code batch/validation}; defaults of {@code SetDefaults_Job}. What
 * decides on single numbers or on the reasons of failures is carried along.
 */
final class JobSchema {
    private static final int FAILURES_ALLOWED = 6;
    private static final int MOST_INDEXED_AT_ONCE = 100_000;

    private static final Field<Integer> LIMIT_PER_INDEX =
            int32("backoffLimitPerIndex").optional().check(nonNegative());
    private static final Field<JsonObject> FAILURE_POLICY = object(
            "podFailurePolicy",
            TreeSchema.of(objects(
                            "rules",
                            TreeSchema.of(
                                    text("action").always(),
                                    object(
                                            "onExitCodes",
                                            TreeSchema.of(
                                                    text("containerName").optional(),
                                                    text("operator").always(),
                                                    Field.of("values", Types.list(Types.INT))
                                                            .always())),
                                    objects(
                                            "onPodConditions",
                                            TreeSchema.of(
                                                    text("type").always(),
                                                    text("status").preset("True")))))
                    .always()));
    private static final Field<JsonObject> SUCCESS_POLICY = object(
            "successPolicy",
            TreeSchema.of(objects(
                            "rules",
                            TreeSchema.of(
                                    text("succeededIndexes").optional(),
                                    int32("succeededCount").optional()))
                    .always()));

    static final Schema<JobSpec> SPEC = Schema.of(JobSpec::builder, JobSpec.Builder::build)
            .rest(JobSpec::rest, JobSpec.Builder::rest)
            .fill(JobSchema::once)
            .optional("parallelism", Types.INT, JobSpec::parallelism, JobSpec.Builder::parallelism)
            .preset(1)
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
            .preset(FAILURES_ALLOWED)
            .check(nonNegative())
            .optional(
                    "ttlSecondsAfterFinished",
                    Types.INT,
                    JobSpec::ttlSecondsAfterFinished,
                    JobSpec.Builder::ttlSecondsAfterFinished)
            .check(nonNegative())
            .carried(TreeLine.lines(
                    LIMIT_PER_INDEX,
                    int32("maxFailedIndexes").optional().check(nonNegative()),
                    text("managedBy").optional(),
                    FAILURE_POLICY,
                    SUCCESS_POLICY))
            .zeroAsAbsent(
                    "completionMode",
                    Types.named(CompletionMode::new, CompletionMode::value),
                    JobSpec::completionMode,
                    JobSpec.Builder::completionMode)
            .preset(CompletionMode.NON_INDEXED)
            .rule(JobSchema::completionMode)
            .optional("suspend", Types.BOOL, JobSpec::suspend, JobSpec.Builder::suspend)
            .preset(false)
            .optional(
                    "podReplacementPolicy",
                    Types.STRING,
                    JobSpec::podReplacementPolicy,
                    JobSpec.Builder::podReplacementPolicy)
            .rule(JobSchema::replacementPolicy)
            .always("template", PodTemplates.TEMPLATE, JobSpec::template, JobSpec.Builder::template)
            .unchecked()
            .rule(JobSchema::template)
            .optional("manualSelector", Types.BOOL, JobSpec::manualSelector, JobSpec.Builder::manualSelector)
            .preset(false)
            .optional("selector", Selectors.SELECTOR, JobSpec::selector, JobSpec.Builder::selector)
            .unchecked()
            .schema();

    private static final Schema<JobCondition> CONDITION = Schema.of(JobCondition::builder, JobCondition.Builder::build)
            .always("type", Types.STRING, JobCondition::type, JobCondition.Builder::type)
            .always("status", Types.STRING, JobCondition::status, JobCondition.Builder::status)
            .absentAsNull("lastProbeTime", Types.TIME, JobCondition::lastProbeTime, JobCondition.Builder::lastProbeTime)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    JobCondition::lastTransitionTime,
                    JobCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, JobCondition::reason, JobCondition.Builder::reason)
            .field("message", Types.STRING, JobCondition::message, JobCondition.Builder::message)
            .schema();

    private static final Schema<UncountedPods> UNCOUNTED = Schema.of(
                    UncountedPods::builder, UncountedPods.Builder::build)
            .list("succeeded", Types.STRING, UncountedPods::succeeded, UncountedPods.Builder::succeeded)
            .list("failed", Types.STRING, UncountedPods::failed, UncountedPods.Builder::failed)
            .schema();

    private static final Schema<JobStatus> STATUS = Schema.of(JobStatus::builder, JobStatus.Builder::build)
            .list("conditions", CONDITION, JobStatus::conditions, JobStatus.Builder::conditions)
            .optional("startTime", Types.TIME, JobStatus::startTime, JobStatus.Builder::startTime)
            .optional("completionTime", Types.TIME, JobStatus::completionTime, JobStatus.Builder::completionTime)
            .field("active", Types.INT, JobStatus::active, JobStatus.Builder::active)
            .field("succeeded", Types.INT, JobStatus::succeeded, JobStatus.Builder::succeeded)
            .field("failed", Types.INT, JobStatus::failed, JobStatus.Builder::failed)
            .optional("terminating", Types.INT, JobStatus::terminating, JobStatus.Builder::terminating)
            .field("completedIndexes", Types.STRING, JobStatus::completedIndexes, JobStatus.Builder::completedIndexes)
            .optional("failedIndexes", Types.STRING, JobStatus::failedIndexes, JobStatus.Builder::failedIndexes)
            .optional(
                    "uncountedTerminatedPods",
                    UNCOUNTED,
                    JobStatus::uncountedTerminatedPods,
                    JobStatus.Builder::uncountedTerminatedPods)
            .optional("ready", Types.INT, JobStatus::ready, JobStatus.Builder::ready)
            .schema();

    static final Schema<Job> JOB = Schema.of(Job::builder, Job.Builder::build)
            .fill(JobSchema::labelledAsItsPods)
            .constant("apiVersion", Job.KIND.apiVersion())
            .constant("kind", Job.KIND.name())
            .always("metadata", Metadata.named(NameRule.DNS_1123_SUBDOMAIN), Job::metadata, Job.Builder::metadata)
            .rule(JobSchema::ownSelector)
            .always("spec", SPEC, Job::spec, Job.Builder::spec)
            .rule(JobSchema::hostnames)
            .always("status", STATUS, Job::status, Job.Builder::status)
            .schema();

    private JobSchema() {}

    /** A Job that says neither how many nor how many at once is one pod. */
    private static JobSpec once(JobSpec spec) {
        JobSpec counted = spec.completions().isEmpty() && spec.parallelism().isEmpty() ? spec.withCompletions(1) : spec;
        JobSpec limited = counted.backoffLimit().isEmpty() && LIMIT_PER_INDEX.isIn(counted.rest())
                ? counted.withBackoffLimit(Integer.MAX_VALUE)
                : counted;
        boolean onlyFailed = FAILURE_POLICY.isIn(limited.rest());
        return limited.podReplacementPolicy().isPresent()
                ? limited
                : limited.withPodReplacementPolicy(onlyFailed ? "Failed" : "TerminatingOrFailed");
    }

    /** With the labels that its pods will have: upstream, the two share a map. */
    private static Job labelledAsItsPods(Job job) {
        PodTemplateSpec template = job.spec().template();
        return template.metadata().labels().isEmpty()
                        || !job.metadata().labels().isEmpty()
                ? job
                : job.withMetadata(job.metadata()
                        .withLabels(job.selectingItsOwn()
                                .spec()
                                .template()
                                .metadata()
                                .labels()));
    }

    private static void completionMode(JobSpec spec, ErrorsAt at) {
        String mode = spec.completionMode().map(CompletionMode::value).orElse("");
        if (!mode.equals("NonIndexed") && !mode.equals("Indexed")) {
            at.child("completionMode").notSupported(BadValue.ofTyped(mode), List.of("NonIndexed", "Indexed"));
        }
        if (!mode.equals("Indexed")) {
            return;
        }
        if (spec.completions().isEmpty()) {
            at.child("completions").required("when completion mode is Indexed");
        }
        spec.parallelism()
                .filter(parallelism -> parallelism > MOST_INDEXED_AT_ONCE)
                .ifPresent(parallelism -> at.child("parallelism")
                        .invalid(
                                BadValue.of(parallelism),
                                "must be less than or equal to " + MOST_INDEXED_AT_ONCE
                                        + " when completion mode is Indexed"));
    }

    private static void replacementPolicy(JobSpec spec, ErrorsAt at) {
        String policy = spec.podReplacementPolicy().orElse("");
        ErrorsAt place = at.child("podReplacementPolicy");
        List<String> allowed =
                FAILURE_POLICY.isIn(spec.rest()) ? List.of("Failed") : List.of("Failed", "TerminatingOrFailed");
        if (!policy.isEmpty() && !allowed.contains(policy)) {
            place.notSupported(BadValue.ofTyped(policy), allowed);
        }
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
        if (policy.equals("OnFailure") && FAILURE_POLICY.isIn(spec.rest())) {
            place.invalid(BadValue.ofTyped(policy), "only \"Never\" is supported when podFailurePolicy is specified");
        }
    }

    private static void ownSelector(Job job, ErrorsAt at) {
        Job own = job.selectingItsOwn();
        Optional<LabelSelector> selector = own.spec().selector();
        ErrorsAt spec = at.child("spec");
        if (selector.isEmpty()) {
            spec.child("selector").required();
            return;
        }
        Selectors.SELECTOR.check(selector.get(), spec.child("selector"));
        LabelMatcher matcher = LabelMatcher.of(selector.get());
        boolean isManual = job.spec().manualSelector().orElse(false);
        Map<String, String> generated = Job.builder()
                .metadata(job.metadata())
                .build()
                .selectingItsOwn()
                .spec()
                .template()
                .metadata()
                .labels();
        if (!isManual && matcher.problems().isEmpty() && !matcher.matches(generated)) {
            spec.child("selector").invalid(BadValue.STRUCTURE, "`selector` not auto-generated");
        }
        if (matcher.problems().isEmpty()
                && !matcher.matches(own.spec().template().metadata().labels())) {
            TemplateChecks.unselected(spec.child("template"));
        }
    }

    /** A numbered pod has its number in its host's name. */
    private static void hostnames(Job job, ErrorsAt at) {
        int completions = job.spec().completions().orElse(0);
        String hostname = job.metadata().name() + "-" + (completions - 1);
        if (job.isIndexed()
                && completions > 0
                && !NameRule.DNS_1123_LABEL.problems(hostname).isEmpty()) {
            at.child("metadata", "name")
                    .invalid(job.metadata().name(), "will not able to create pod with invalid DNS label: " + hostname);
        }
    }
}
