package io.mooring.binding.control.job;

import static io.mooring.binding.control.job.JobWorlds.LOAD;
import static io.mooring.binding.control.job.JobWorlds.active;
import static io.mooring.binding.control.job.JobWorlds.after;
import static io.mooring.binding.control.job.JobWorlds.disrupted;
import static io.mooring.binding.control.job.JobWorlds.failing;
import static io.mooring.binding.control.job.JobWorlds.load;
import static io.mooring.binding.control.job.JobWorlds.running;
import static io.mooring.binding.control.job.JobWorlds.succeeding;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.tree.JsonBool;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.ExitCodes;
import io.mooring.workload.FailureAction;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodConditionPattern;
import io.mooring.workload.PodFailurePolicy;
import io.mooring.workload.PodFailureRule;
import io.mooring.workload.SuccessPolicy;
import io.mooring.workload.SuccessRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever becomes of a Job's pods, its status is one that the API server takes: no number is in two places, counts only grow,
 * and what is over has nothing left. Models {@code validateJobStatus} of {@code batch/validation}.
 */
class JobLawsTest {
    private static final int FAIL_INDEX = 42;
    private static final int FAIL_JOB = 43;
    private static final int LEAST = 8;

    private static int completed;
    private static int failed;
    private static int withFailedIndexes;

    /** What happens next. */
    enum Step {
        SUCCEEDS,
        FAILS,
        FAILS_ITS_INDEX,
        FAILS_THE_JOB,
        IS_DISRUPTED,
        IS_DELETED,
        TIME_PASSES,
        SUSPENDED,
        RESUMED,
        NOBODY_REMEMBERS;

        Cluster on(Cluster cluster) {
            Optional<Pod> pod = active(cluster).stream().findFirst();
            return switch (this) {
                case SUCCEEDS -> pod.map(each -> succeeding(cluster, each)).orElse(cluster);
                case FAILS -> pod.map(each -> failing(cluster, each, 1)).orElse(cluster);
                case FAILS_ITS_INDEX ->
                    pod.map(each -> failing(cluster, each, FAIL_INDEX)).orElse(cluster);
                case FAILS_THE_JOB ->
                    pod.map(each -> failing(cluster, each, FAIL_JOB)).orElse(cluster);
                case IS_DISRUPTED -> pod.map(each -> disrupted(cluster, each)).orElse(cluster);
                case IS_DELETED ->
                    pod.map(each -> cluster.delete(each.ref()).orThrow().settle())
                            .orElse(cluster);
                case TIME_PASSES -> after(cluster, Duration.ofMinutes(11));
                case SUSPENDED ->
                    patched(cluster, LOAD, spec("suspend", JsonBool.TRUE)).settle();
                case RESUMED ->
                    patched(cluster, LOAD, spec("suspend", JsonBool.FALSE)).settle();
                case NOBODY_REMEMBERS ->
                    Cluster.open(cluster.controllers(), cluster.dump().ofEverything())
                            .settle();
            };
        }
    }

    @Provide
    Arbitrary<JobSpec> specs() {
        Arbitrary<JobSpec> sizes = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 4))
                .as((completions, parallelism) -> JobSpec.builder()
                        .completions(completions)
                        .parallelism(parallelism)
                        .build());
        return Combinators.combine(
                        sizes,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3).optional(),
                        Arbitraries.integers().between(0, 1).optional(),
                        Arbitraries.integers().between(1, 3).optional(),
                        Arbitraries.of(true, false))
                .as((size, isIndexed, limit, perIndex, enough, hasPolicy) -> {
                    JobSpec spec = size.withBackoffLimit(limit);
                    if (isIndexed) {
                        int completions = spec.completions().orElseThrow();
                        spec = spec.withCompletionMode(CompletionMode.INDEXED)
                                .withBackoffLimitPerIndex(perIndex)
                                .withMaxFailedIndexes(perIndex.map(each -> Math.min(1, completions)))
                                .withSuccessPolicy(enough.map(count -> SuccessPolicy.builder()
                                        .addRules(SuccessRule.builder()
                                                .succeededCount(Math.min(count, completions))
                                                .build())
                                        .build()));
                    }
                    return hasPolicy ? spec.withPodFailurePolicy(policy(spec)) : spec;
                });
    }

    private static PodFailurePolicy policy(JobSpec spec) {
        FailureAction ofIndex =
                spec.backoffLimitPerIndex().isPresent() ? FailureAction.FAIL_INDEX : FailureAction.COUNT;
        return PodFailurePolicy.builder()
                .addRules(onCode(ofIndex, FAIL_INDEX), onCode(FailureAction.FAIL_JOB, FAIL_JOB))
                .addRules(PodFailureRule.builder()
                        .action(FailureAction.IGNORE)
                        .addOnPodConditions(PodConditionPattern.builder()
                                .type("DisruptionTarget")
                                .status("True")
                                .build())
                        .build())
                .build();
    }

    private static PodFailureRule onCode(FailureAction action, int code) {
        return PodFailureRule.builder()
                .action(action)
                .onExitCodes(ExitCodes.builder().operator("In").addValues(code).build())
                .build();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.just(Step.SUCCEEDS)),
                        Tuple.of(5, Arbitraries.just(Step.TIME_PASSES)),
                        Tuple.of(8, Arbitraries.of(Step.values())))
                .list()
                .ofMinSize(3)
                .ofMaxSize(20);
    }

    @Property(tries = 150)
    void itsStatusIsOneThatTheApiServerTakes(@ForAll("specs") JobSpec spec, @ForAll("steps") List<Step> steps) {
        Cluster cluster = running(spec);
        for (Step step : steps) {
            Job before = load(cluster);
            cluster = step.on(cluster);
            check(before, cluster);
        }
        Job job = load(cluster);
        completed += job.hasCondition("Complete") ? 1 : 0;
        failed += job.hasCondition("Failed") ? 1 : 0;
        withFailedIndexes += job.status().failedIndexes().orElse("").isEmpty() ? 0 : 1;
    }

    private static void check(Job before, Cluster cluster) {
        Job job = load(cluster);
        JobStatus status = job.status();
        Indexes succeeded = Indexes.parse(status.completedIndexes(), Integer.MAX_VALUE);
        Indexes failedIndexes = Indexes.parse(status.failedIndexes().orElse(""), Integer.MAX_VALUE);
        Set<Integer> taken = TrackedPods.indexes(active(cluster));
        assertThat(succeeded.inCommonWith(failedIndexes)).isZero();
        assertThat(taken).noneMatch(succeeded::contains).noneMatch(failedIndexes::contains);
        if (job.isIndexed()) {
            assertThat(taken).hasSameSizeAs(active(cluster));
        }
        assertThat(active(cluster)).hasSize(status.active()).hasSizeLessThanOrEqualTo(job.parallelism());
        assertThat(status.ready().orElse(0)).isLessThanOrEqualTo(status.active());
        assertThat(status.failed()).isGreaterThanOrEqualTo(before.status().failed());
        assertThat(status.succeeded()).isGreaterThanOrEqualTo(before.status().succeeded());
        assertThat(cluster.settle().changesSince(cluster)).isEmpty();
        if (job.isFinished()) {
            checkOver(job, cluster);
        } else {
            assertThat(before.isFinished()).isFalse();
        }
    }

    private static void checkOver(Job job, Cluster cluster) {
        boolean isComplete = job.hasCondition("Complete");
        assertThat(job.hasCondition("Failed")).isNotEqualTo(isComplete);
        assertThat(job.hasCondition("SuccessCriteriaMet")).isEqualTo(isComplete);
        assertThat(job.hasCondition("FailureTarget")).isNotEqualTo(isComplete);
        assertThat(job.status().completionTime().isPresent()).isEqualTo(isComplete);
        assertThat(job.status().terminating()).contains(0);
        assertThat(job.status().active()).isZero();
        assertThat(job.status().uncountedTerminatedPods().orElseThrow().failed())
                .isEmpty();
        assertThat(job.status().uncountedTerminatedPods().orElseThrow().succeeded())
                .isEmpty();
        assertThat(pods(cluster)).allMatch(pod -> pod.hasEnded() && !TrackedPods.isTracked(pod));
    }

    @AfterContainer
    static void hadSomethingToSay() {
        assertThat(completed).isGreaterThan(LEAST);
        assertThat(failed).isGreaterThan(LEAST);
        assertThat(withFailedIndexes).isPositive();
    }
}
