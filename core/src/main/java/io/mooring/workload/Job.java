package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Pods that run until they are done. Kubernetes: {@code batch/v1 Job}. */
@Value.Immutable
@MooringStyle
public sealed interface Job extends WithJob, KubernetesObject permits ImmutableJob {
    /** What Kubernetes calls it. */
    ObjectKind<Job> KIND = ObjectKind.of(KnownKind.JOB, Job.class);

    /** The finalizer that holds a pod until its Job has counted it. Kubernetes: {@code JobTrackingFinalizer}. */
    String TRACKING_FINALIZER = "batch.kubernetes.io/job-tracking";

    /** The annotation and the label that carry a pod's number. Kubernetes: {@code JobCompletionIndexAnnotation}. */
    String COMPLETION_INDEX = "batch.kubernetes.io/job-completion-index";

    /** The label that carries the Job's uid. Kubernetes: {@code ControllerUidLabel}. */
    String UID_LABEL = "batch.kubernetes.io/controller-uid";

    /** The annotation that carries how many pods of its number failed before it. Kubernetes: {@code JobIndexFailureCountAnnotation}. */
    String INDEX_FAILURES = "batch.kubernetes.io/job-index-failure-count";

    /** The annotation for those that did not count. Kubernetes: {@code JobIndexIgnoredFailureCountAnnotation}. */
    String INDEX_IGNORED_FAILURES = "batch.kubernetes.io/job-index-ignored-failure-count";

    /** How Kubernetes' own controller is called. Kubernetes: {@code JobControllerName}. */
    String CONTROLLER_NAME = "kubernetes.io/job-controller";

    /** The labels that carry the Job's name, the older one first. */
    List<String> NAME_LABELS = List.of("job-name", "batch.kubernetes.io/job-name");

    /** The labels that carry the Job's uid, the older one first. */
    List<String> UID_LABELS = List.of("controller-uid", UID_LABEL);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default JobSpec spec() {
        return JobSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default JobStatus status() {
        return JobStatus.builder().build();
    }

    @Override
    default ObjectKind<Job> kind() {
        return KIND;
    }

    @Override
    default Job withStatusOf(KubernetesObject other) {
        return withStatus(((Job) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(spec());
    }

    /** The object itself. */
    @Override
    default Ref<Job> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<Job> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /** How many pods run at once; 1 if it does not say. */
    default int parallelism() {
        return spec().parallelism().orElse(1);
    }

    /** Whether it makes no pods for now. */
    default boolean isSuspended() {
        return spec().suspend().orElse(false);
    }

    /** Whether its pods are numbered. */
    default boolean isIndexed() {
        return spec().completionMode().equals(Optional.of(CompletionMode.INDEXED));
    }

    /** Whether another controller than Kubernetes' own sees to it. Models {@code managedByExternalController}. */
    default boolean isManagedByOthers() {
        return spec().managedBy()
                .filter(manager -> !manager.equals(CONTROLLER_NAME))
                .isPresent();
    }

    /** Whether a pod is replaced only once it has failed. Models {@code onlyReplaceFailedPods}. */
    default boolean replacesOnlyFailed() {
        return spec().podReplacementPolicy().equals(Optional.of(PodReplacementPolicy.FAILED));
    }

    /** Whether it has completed or failed. Models {@code IsJobFinished}. */
    default boolean isFinished() {
        return hasCondition("Complete") || hasCondition("Failed");
    }

    /** Whether a condition of this type holds. */
    default boolean hasCondition(String type) {
        return condition(type)
                .filter(condition -> condition.status().equals("True"))
                .isPresent();
    }

    /** The condition of this type. */
    default Optional<JobCondition> condition(String type) {
        return status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /**
     * The Job with the labels and the selector by which its pods are its own, unless the user chose the selector; without a
     * uid yet, the uid is left open in them. Models {@code generateSelector}.
     */
    default Job selectingItsOwn() {
        if (spec().manualSelector().orElse(false)) {
            return this;
        }
        Map<String, String> labels =
                new LinkedHashMap<>(spec().template().metadata().labels());
        NAME_LABELS.forEach(label -> labels.putIfAbsent(label, metadata().name()));
        UID_LABELS.forEach(label -> labels.putIfAbsent(label, metadata().uid()));
        LabelSelector selector =
                spec().selector().orElseGet(() -> LabelSelector.builder().build());
        Map<String, String> selected = new LinkedHashMap<>(selector.matchLabels());
        selected.putIfAbsent(UID_LABEL, metadata().uid());
        PodTemplateSpec template = spec().template();
        return withSpec(spec().withSelector(selector.withMatchLabels(selected))
                .withTemplate(template.withMetadata(template.metadata().withLabels(labels))));
    }

    /** The Job with its uid in the labels and the selector that left it open. */
    default Job identified() {
        PodTemplateSpec template = spec().template();
        return withMetadata(metadata().withLabels(identified(metadata().labels())))
                .withSpec(spec().withSelector(spec().selector()
                                .map(selector -> selector.withMatchLabels(identified(selector.matchLabels()))))
                        .withTemplate(template.withMetadata(template.metadata()
                                .withLabels(identified(template.metadata().labels())))));
    }

    private Map<String, String> identified(Map<String, String> labels) {
        Map<String, String> identified = new LinkedHashMap<>(labels);
        UID_LABELS.forEach(label -> identified.replace(label, "", metadata().uid()));
        return identified;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableJob.Builder {
        Builder() {}
    }
}
