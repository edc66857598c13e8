package io.mooring.admission.workload;

import static io.mooring.schema.Updates.immutable;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.PodWarnings;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Jobs: their schema, and the registry's strategy of {@code pkg/registry/batch/job}. In the selector and the labels
 * that name the Job, its uid is left open until it has one: {@link Job#identified}.
 */
public final class JobPolicy implements KindPolicy<Job> {
    private static final List<Check<Update<JobSpec>>> IMMUTABLE = List.of(
            JobPolicy::completions,
            immutable("selector", JobSpec::selector, TemplateChecks::printed),
            immutable(
                    "completionMode",
                    JobSpec::completionMode,
                    mode -> BadValue.ofTyped(mode.map(CompletionMode::value).orElse(""))));

    @Override
    public ObjectKind<Job> kind() {
        return Job.KIND;
    }

    @Override
    public Type<Job> type() {
        return JobSchema.JOB;
    }

    @Override
    public Job prepareForCreate(Job created, AdmissionWorld world) {
        return created.selectingItsOwn()
                .withMetadata(created.metadata().withGeneration(1))
                .withStatus(JobStatus.builder().build());
    }

    @Override
    public Job prepareForUpdate(Update<Job> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<Job>> updated() {
        return JobPolicy::checkUpdate;
    }

    private static void checkUpdate(Update<Job> update, ErrorsAt at) {
        Metadata.legacyFinalizers(update.updated().metadata(), at.child("metadata"));
        ErrorsAt spec = at.child("spec");
        JobSchema.SPEC.check(update.updated().spec(), spec);
        Update<JobSpec> change =
                new Update<>(update.stored().spec(), update.updated().spec());
        IMMUTABLE.forEach(check -> check.check(change, spec));
        if (!template(update.updated(), update.stored()).equals(template(update.stored(), update.stored()))) {
            spec.child("template").invalid(BadValue.STRUCTURE, "field is immutable");
        }
    }

    /** An Indexed Job grows and shrinks by both numbers together. Models {@code validateCompletions}. */
    private static void completions(Update<JobSpec> change, ErrorsAt at) {
        Optional<Integer> completions = change.updated().completions();
        boolean isElastic = change.updated().completionMode().equals(Optional.of(CompletionMode.INDEXED))
                && completions.isPresent()
                && completions.equals(change.updated().parallelism());
        if (!completions.equals(change.stored().completions()) && !isElastic) {
            at.child("completions").invalid(completions.map(BadValue::of).orElse(BadValue.NULL), "field is immutable");
        }
    }

    /** What may not change of the template: of a Job that is suspended and has not begun, where its pods go may. */
    private static PodTemplateSpec template(Job job, Job stored) {
        PodTemplateSpec template = job.spec().template();
        if (!stored.isSuspended() || stored.status().startTime().isPresent()) {
            return template;
        }
        PodTemplateSpec anyLabels = template.withMetadata(template.metadata()
                .withLabels(stored.spec().template().metadata().labels())
                .withAnnotations(stored.spec().template().metadata().annotations()));
        return anyLabels.withSpec(anyLabels
                .spec()
                .withNodeSelector(stored.spec().template().spec().nodeSelector())
                .withAffinity(stored.spec().template().spec().affinity())
                .withRest(anyLabels.spec().rest().without("tolerations").without("schedulingGates")));
    }

    @Override
    public List<String> warnings(Job created) {
        List<String> warnings = new ArrayList<>(NameWarnings.of(created.metadata()));
        warnings.addAll(ofTemplate(created));
        return warnings;
    }

    @Override
    public List<String> warnings(Update<Job> update) {
        boolean changes = !update.updated().spec().equals(update.stored().spec());
        return changes ? ofTemplate(update.updated()) : List.of();
    }

    private static List<String> ofTemplate(Job job) {
        return PodWarnings.of(
                job.spec().template().spec(), job.spec().template().metadata(), "spec.template.");
    }
}
