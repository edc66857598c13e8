package io.mooring.admission.workload;

import static io.mooring.schema.Updates.immutable;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.pod.GatedFields;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Container;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Jobs: their schema, and the registry's strategy of {@code pkg/registry/batch/job}. In the selector and the labels
 * that name the Job, its uid is left open until it has one: {@link Job#identified}.
 */
public final class JobPolicy implements KindPolicy<Job> {
    public static final JobPolicy POLICY = new JobPolicy();

    private static final Check<Update<JobSpec>> SAME_SELECTOR =
            immutable("selector", JobSpec::selector, TemplateChecks::printed);
    private static final List<Check<Update<JobSpec>>> IMMUTABLE = List.of(
            immutable(
                    "completionMode",
                    JobSpec::completionMode,
                    mode -> BadValue.ofTyped(mode.map(CompletionMode::value).orElse(""))),
            immutable("podFailurePolicy", JobSpec::podFailurePolicy, BadValue::ofStructure),
            immutable("backoffLimitPerIndex", JobSpec::backoffLimitPerIndex, JobPolicy::printed),
            immutable(
                    "managedBy",
                    JobSpec::managedBy,
                    manager -> manager.map(BadValue::ofTyped).orElse(BadValue.NULL)),
            immutable("successPolicy", JobSpec::successPolicy, BadValue::ofStructure));

    private JobPolicy() {}

    @Override
    public ObjectKind<Job> kind() {
        return Job.KIND;
    }

    @Override
    public Type<Job> type() {
        return JobSchema.JOB;
    }

    @Override
    public Job withoutDisabled(Semantics semantics, Job sent, Optional<Job> stored) {
        PodTemplateSpec template = sent.spec().template();
        PodTemplateSpec known = GatedFields.of(semantics)
                .withoutDisabled(template, stored.map(job -> job.spec().template()));
        return known == template ? sent : sent.withSpec(sent.spec().withTemplate(known));
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
        JobSpecSchema.SPEC.check(update.updated().spec(), spec);
        JobSchema.selector(update.updated(), at);
        Update<JobSpec> change =
                new Update<>(update.stored().spec(), update.updated().spec());
        completions(change, spec);
        SAME_SELECTOR.check(change, spec);
        template(update, spec);
        IMMUTABLE.forEach(check -> check.check(change, spec));
        JobSchema.hostnames(update.updated(), at);
    }

    private static BadValue printed(Optional<Integer> number) {
        return number.map(BadValue::of).orElse(BadValue.NULL);
    }

    /** An Indexed Job grows and shrinks by both numbers together. Models {@code validateCompletions}. */
    private static void completions(Update<JobSpec> change, ErrorsAt at) {
        Optional<Integer> completions = change.updated().completions();
        if (completions.equals(change.stored().completions())) {
            return;
        }
        if (!change.updated().completionMode().equals(Optional.of(CompletionMode.INDEXED))) {
            at.child("completions").invalid(printed(completions), Updates.IMMUTABLE);
        } else if (completions.isPresent()
                && !completions.equals(change.updated().parallelism())) {
            at.child("completions")
                    .invalid(printed(completions), "can only be modified in tandem with spec.parallelism");
        }
    }

    /**
     * The template stays as it is; of a Job that is suspended and has no pods, where its pods go and what they ask for may
     * change. Models {@code validatePodTemplateUpdate}, which then does not look at labels and annotations.
     */
    private static void template(Update<Job> update, ErrorsAt at) {
        PodTemplateSpec stored = update.stored().spec().template();
        PodTemplateSpec updated = update.updated().spec().template();
        if (!isAtRest(update.stored())) {
            if (!updated.equals(stored)) {
                at.child("template").invalid(BadValue.STRUCTURE, Updates.IMMUTABLE);
            }
        } else if (!updated.spec().equals(changed(stored.spec(), updated.spec()))) {
            at.child("template", "spec").invalid(BadValue.STRUCTURE, Updates.IMMUTABLE);
        }
    }

    /** Models {@code shouldAllowMutablePodTemplate}. */
    private static boolean isAtRest(Job job) {
        boolean hasStopped = job.status().startTime().isEmpty() || job.hasCondition("Suspended");
        return job.isSuspended() && hasStopped && job.status().active() == 0;
    }

    /** The stored spec with what may change of it. */
    private static PodSpec changed(PodSpec stored, PodSpec updated) {
        JsonObject rest = stored.rest();
        for (String field : List.of("tolerations", "schedulingGates")) {
            Optional<JsonValue> value = updated.rest().get(field);
            rest = value.isPresent() ? rest.with(field, value.get()) : rest.without(field);
        }
        return stored.withAffinity(changed(stored.affinity(), updated.affinity()))
                .withNodeSelector(updated.nodeSelector())
                .withRest(rest)
                .withContainers(changed(stored.containers(), updated.containers()))
                .withInitContainers(changed(stored.initContainers(), updated.initContainers()));
    }

    /** Only what is asked of nodes; none at all where that leaves nothing. */
    private static Optional<PodAffinity> changed(Optional<PodAffinity> stored, Optional<PodAffinity> updated) {
        PodAffinity none = PodAffinity.builder().build();
        PodAffinity changed = stored.orElse(none).withNodeAffinity(updated.flatMap(PodAffinity::nodeAffinity));
        return updated.isEmpty() && changed.equals(none) ? Optional.empty() : Optional.of(changed);
    }

    private static List<Container> changed(List<Container> stored, List<Container> updated) {
        if (stored.size() != updated.size()) {
            return stored;
        }
        List<Container> changed = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Container container = stored.get(i);
            boolean isSame = container.name().equals(updated.get(i).name());
            changed.add(isSame ? container.withResources(updated.get(i).resources()) : container);
        }
        return changed;
    }

    @Override
    public List<String> warnings(Job created, Semantics semantics) {
        List<String> warnings = new ArrayList<>(NameWarnings.of(created.metadata()));
        warnings.addAll(ofTemplate(created, semantics));
        return warnings;
    }

    @Override
    public List<String> warnings(Update<Job> update, Semantics semantics) {
        boolean changes = !update.updated().spec().equals(update.stored().spec());
        return changes ? ofTemplate(update.updated(), semantics) : List.of();
    }

    private static List<String> ofTemplate(Job job, Semantics semantics) {
        return JobSpecSchema.warnings(job.spec(), "spec", semantics);
    }
}
