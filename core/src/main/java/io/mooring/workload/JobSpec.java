package io.mooring.workload;

import io.mooring.meta.LabelSelector;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/** What is wanted of a Job. Kubernetes: {@code batch/v1 JobSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface JobSpec extends WithJobSpec permits ImmutableJobSpec {
    /** How many pods run at once; 1 by default. */
    Optional<Integer> parallelism();

    /** How many pods must succeed; absent for a Job that any success completes. */
    Optional<Integer> completions();

    /** After how many seconds it fails that it may run. */
    Optional<Long> activeDeadlineSeconds();

    /** How many pods may fail; 6 by default. */
    Optional<Integer> backoffLimit();

    /** How many pods of one number may fail, in an Indexed Job whose numbers fail by themselves. */
    Optional<Integer> backoffLimitPerIndex();

    /** How many numbers may fail before the Job does. */
    Optional<Integer> maxFailedIndexes();

    /** What is made of pods that failed. */
    Optional<PodFailurePolicy> podFailurePolicy();

    /** Which numbers are enough. */
    Optional<SuccessPolicy> successPolicy();

    /** Which controller sees to it; Kubernetes' own by default. */
    Optional<String> managedBy();

    /** Which pods are its own; made by the API server. */
    Optional<LabelSelector> selector();

    /** Whether the user chose the selector. */
    Optional<Boolean> manualSelector();

    /** What the pods are made from. */
    @Value.Default
    default PodTemplateSpec template() {
        return PodTemplateSpec.builder().build();
    }

    /** How many seconds it stays once it is finished; for ever by default. */
    Optional<Integer> ttlSecondsAfterFinished();

    /** Whether pods are numbered; NonIndexed by default. */
    Optional<CompletionMode> completionMode();

    /** Whether it makes no pods for now. */
    Optional<Boolean> suspend();

    /** When a pod is replaced. */
    Optional<PodReplacementPolicy> podReplacementPolicy();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableJobSpec.Builder {
        Builder() {}
    }
}
