package io.mooring.admission.workload;

import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.metadata.Selectors;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.PodReplacementPolicy;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.UncountedPods;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Job, in the order of {@code ValidateJobCreate} of {@code batch/validation}; defaults of {@code SetDefaults_Job}. */
final class JobSchema {
    private static final int FAILURES_ALLOWED = 6;

    /** In the order in which they are asked for. */
    private static final List<String> GENERATED =
            List.of("controller-uid", "job-name", Job.UID_LABEL, "batch.kubernetes.io/job-name");

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
            .fill(JobSchema::whole)
            .constant("apiVersion", Job.KIND.apiVersion())
            .constant("kind", Job.KIND.name())
            .always("metadata", Metadata.named(NameRule.DNS_1123_SUBDOMAIN), Job::metadata, Job.Builder::metadata)
            .rule(JobSchema::generated)
            .always("spec", JobSpecSchema.SPEC, Job::spec, Job.Builder::spec)
            .rule(JobSchema::selector)
            .rule(JobSchema::hostnames)
            .always("status", STATUS, Job::status, Job.Builder::status)
            .schema();

    private JobSchema() {}

    /** What one field alone does not tell, and what a CronJob's template is not given. Models {@code SetDefaults_Job}. */
    private static Job whole(Job job) {
        JobSpec spec = job.spec();
        boolean isOnce = spec.completions().isEmpty() && spec.parallelism().isEmpty();
        int limit = spec.backoffLimitPerIndex().isPresent() ? Integer.MAX_VALUE : FAILURES_ALLOWED;
        PodReplacementPolicy policy = spec.podFailurePolicy().isPresent()
                ? PodReplacementPolicy.FAILED
                : PodReplacementPolicy.TERMINATING_OR_FAILED;
        return labelledAsItsPods(job.withSpec(spec.withCompletions(isOnce ? Optional.of(1) : spec.completions())
                .withParallelism(spec.parallelism().orElse(1))
                .withBackoffLimit(spec.backoffLimit().orElse(limit))
                .withCompletionMode(spec.completionMode().orElse(CompletionMode.NON_INDEXED))
                .withSuspend(spec.suspend().orElse(false))
                .withPodReplacementPolicy(spec.podReplacementPolicy().orElse(policy))
                .withManualSelector(spec.manualSelector().orElse(false))));
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

    /** What the user says of labels and selector must agree with what is made for the Job. Models {@code validateGeneratedSelector}. */
    private static void generated(Job job, ErrorsAt at) {
        if (job.spec().manualSelector().orElse(false)) {
            return;
        }
        Map<String, String> labels = job.spec().template().metadata().labels();
        Map<String, String> expected = Job.builder()
                .metadata(job.metadata())
                .build()
                .selectingItsOwn()
                .spec()
                .template()
                .metadata()
                .labels();
        ErrorsAt place = at.child("spec").child("template", "metadata").child("labels");
        for (String label : GENERATED) {
            if (!Objects.equals(expected.get(label), labels.get(label))) {
                place.key(label).invalid(BadValue.STRUCTURE, "must be '" + expected.get(label) + "'");
            }
        }
        LabelMatcher matcher = matcher(job);
        if (matcher.problems().isEmpty() && !matcher.matches(expected)) {
            at.child("spec", "selector").invalid(BadValue.STRUCTURE, "`selector` not auto-generated");
        }
    }

    private static LabelMatcher matcher(Job job) {
        return job.spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
    }

    /** Its selector takes its pods; a new Job has been given both by now. */
    static void selector(Job job, ErrorsAt at) {
        Optional<LabelSelector> selector = job.spec().selector();
        ErrorsAt spec = at.child("spec");
        if (selector.isEmpty()) {
            spec.child("selector").required();
        } else {
            Selectors.SELECTOR.check(selector.get(), spec.child("selector"));
        }
        LabelMatcher matcher = matcher(job);
        Map<String, String> labels = job.spec().template().metadata().labels();
        if (matcher.problems().isEmpty() && !matcher.matches(labels)) {
            ErrorsAt template = spec.child("template");
            TemplateChecks.unselected(
                    labels.isEmpty() ? TemplateChecks.sentLabels(template) : BadValue.STRUCTURE, template);
        }
    }

    /** A numbered pod has its number in its host's name. */
    static void hostnames(Job job, ErrorsAt at) {
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
