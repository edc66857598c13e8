package io.mooring.binding.control.job;

import static io.mooring.binding.control.job.JobWorlds.active;
import static io.mooring.binding.control.job.JobWorlds.activeIndexes;
import static io.mooring.binding.control.job.JobWorlds.after;
import static io.mooring.binding.control.job.JobWorlds.conditions;
import static io.mooring.binding.control.job.JobWorlds.disrupted;
import static io.mooring.binding.control.job.JobWorlds.failing;
import static io.mooring.binding.control.job.JobWorlds.indexed;
import static io.mooring.binding.control.job.JobWorlds.load;
import static io.mooring.binding.control.job.JobWorlds.running;
import static io.mooring.binding.control.job.JobWorlds.status;
import static io.mooring.binding.control.job.JobWorlds.succeeding;
import static io.mooring.binding.control.job.JobWorlds.told;
import static io.mooring.binding.control.job.JobWorlds.why;
import static io.mooring.binding.control.workload.Workloads.pods;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.workload.ExitCodes;
import io.mooring.workload.FailureAction;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodConditionPattern;
import io.mooring.workload.PodFailurePolicy;
import io.mooring.workload.PodFailureRule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexFailuresTest {
    private static final Duration LONG = Duration.ofMinutes(11);

    private static JobSpec each(int completions, int limit) {
        return indexed(completions).withBackoffLimitPerIndex(limit);
    }

    private static Cluster fails(Cluster cluster, int index) {
        return after(failing(cluster, active(cluster, index), 1), LONG);
    }

    private static Map<String, String> annotations(Cluster cluster, int index) {
        return active(cluster, index).metadata().annotations();
    }

    @Test
    void aPodCarriesHowManyOfItsNumberFailedBeforeIt() {
        Cluster cluster = running(each(2, 2));
        assertThat(annotations(cluster, 0)).containsEntry(Job.INDEX_FAILURES, "0");
        cluster = fails(cluster, 0);
        assertThat(annotations(cluster, 0)).containsEntry(Job.INDEX_FAILURES, "1");
        assertThat(annotations(cluster, 0)).doesNotContainKey(Job.INDEX_IGNORED_FAILURES);
        assertThat(annotations(cluster, 1)).containsEntry(Job.INDEX_FAILURES, "0");
        assertThat(status(cluster).failed()).isEqualTo(1);
        assertThat(status(cluster).failedIndexes()).contains("");
    }

    @Test
    void aFailedPodIsHeldUntilItsSuccessorIsThere() {
        Cluster cluster = running(each(1, 2));
        Pod first = active(cluster, 0);
        cluster = failing(cluster, first, 1);
        assertThat(active(cluster)).isEmpty();
        assertThat(TrackedPods.isTracked(cluster.get(first.ref()).orElseThrow()))
                .isTrue();
        assertThat(status(cluster).failed()).isZero();
        assertThat(cluster.nextDue()).isPresent();
        cluster = after(cluster, Duration.ofSeconds(15));
        assertThat(active(cluster)).hasSize(1);
        assertThat(TrackedPods.isTracked(cluster.get(first.ref()).orElseThrow()))
                .isFalse();
        assertThat(status(cluster).failed()).isEqualTo(1);
    }

    @Test
    void anotherNumberDoesNotWaitForIt() {
        Cluster cluster = running(each(3, 2).withParallelism(2));
        cluster = failing(cluster, active(cluster, 0), 1);
        assertThat(activeIndexes(cluster)).containsExactly(1);
        cluster = succeeding(cluster, active(cluster, 1));
        assertThat(activeIndexes(cluster)).containsExactly(2);
        assertThat(activeIndexes(after(cluster, LONG))).containsExactly(0, 2);
    }

    @Test
    void eachFailureOfANumberIsWaitedForLonger() {
        Cluster cluster = running(each(1, 5));
        cluster = after(failing(cluster, active(cluster, 0), 1), Duration.ofSeconds(15));
        cluster = failing(cluster, active(cluster, 0), 1);
        assertThat(active(after(cluster, Duration.ofSeconds(10)))).isEmpty();
        assertThat(active(after(cluster, Duration.ofSeconds(25)))).hasSize(1);
    }

    @Test
    void aNumberThatFailedTooOftenIsNotTriedAgainAndTheOthersGoOn() {
        Cluster cluster = running(each(3, 1));
        cluster = fails(fails(cluster, 1), 1);
        assertThat(status(cluster).failedIndexes()).contains("1");
        assertThat(activeIndexes(cluster)).containsExactly(0, 2);
        assertThat(load(cluster).isFinished()).isFalse();
        cluster = succeeding(cluster, active(cluster, 0));
        cluster = succeeding(cluster, active(cluster, 2));
        assertThat(status(cluster).completedIndexes()).isEqualTo("0,2");
        assertThat(conditions(cluster)).containsExactly("FailureTarget", "Failed");
        assertThat(why(cluster, "Failed")).isEqualTo("FailedIndexes: Job has failed indexes");
        assertThat(told(cluster)).endsWith("Warning FailedIndexes: Job has failed indexes");
        assertThat(status(cluster).failed()).isEqualTo(2);
        assertThat(pods(cluster)).noneMatch(TrackedPods::isTracked);
    }

    @Test
    void tooManyNumbersThatFailedFailTheJob() {
        Cluster cluster = running(each(4, 0).withMaxFailedIndexes(1));
        cluster = fails(cluster, 3);
        assertThat(load(cluster).isFinished()).isFalse();
        cluster = fails(cluster, 0);
        assertThat(why(cluster, "Failed"))
                .isEqualTo("MaxFailedIndexesExceeded: Job has exceeded the specified maximal number of failed indexes");
        assertThat(status(cluster).failedIndexes()).contains("0,3");
        assertThat(active(cluster)).isEmpty();
        assertThat(status(cluster).failed()).isEqualTo(4);
    }

    @Test
    void aCodeMayFailItsNumberAtOnce() {
        PodFailureRule rule = PodFailureRule.builder()
                .action(FailureAction.FAIL_INDEX)
                .onExitCodes(ExitCodes.builder().operator("In").addValues(42).build())
                .build();
        Cluster cluster = running(each(2, 5)
                .withPodFailurePolicy(PodFailurePolicy.builder().addRules(rule).build()));
        cluster = failing(cluster, active(cluster, 0), 42);
        assertThat(status(cluster).failedIndexes()).contains("0");
        assertThat(activeIndexes(after(cluster, LONG))).containsExactly(1);
        assertThat(status(cluster).failed()).isEqualTo(1);
    }

    @Test
    void whatIsIgnoredIsCarriedApart() {
        PodFailureRule rule = PodFailureRule.builder()
                .action(FailureAction.IGNORE)
                .addOnPodConditions(PodConditionPattern.builder()
                        .type("DisruptionTarget")
                        .status("True")
                        .build())
                .build();
        Cluster cluster = running(each(1, 0)
                .withPodFailurePolicy(PodFailurePolicy.builder().addRules(rule).build()));
        cluster = after(disrupted(cluster, active(cluster, 0)), LONG);
        assertThat(annotations(cluster, 0))
                .containsEntry(Job.INDEX_FAILURES, "0")
                .containsEntry(Job.INDEX_IGNORED_FAILURES, "1");
        assertThat(status(cluster).failed()).isZero();
        assertThat(status(cluster).failedIndexes()).contains("");
    }

    @Test
    void aJobWithoutSuchALimitHasNoFailedNumbers() {
        Cluster cluster = running(indexed(1));
        assertThat(annotations(cluster, 0)).doesNotContainKey(Job.INDEX_FAILURES);
        assertThat(status(failing(cluster, active(cluster, 0), 1)).failedIndexes())
                .isEmpty();
    }
}
