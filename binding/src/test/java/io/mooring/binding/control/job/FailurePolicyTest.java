package io.mooring.binding.control.job;

import static io.mooring.binding.control.job.JobWorlds.active;
import static io.mooring.binding.control.job.JobWorlds.after;
import static io.mooring.binding.control.job.JobWorlds.conditions;
import static io.mooring.binding.control.job.JobWorlds.disrupted;
import static io.mooring.binding.control.job.JobWorlds.failing;
import static io.mooring.binding.control.job.JobWorlds.load;
import static io.mooring.binding.control.job.JobWorlds.running;
import static io.mooring.binding.control.job.JobWorlds.status;
import static io.mooring.binding.control.job.JobWorlds.told;
import static io.mooring.binding.control.job.JobWorlds.why;
import static io.mooring.binding.control.workload.Workloads.pods;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.workload.ExitCodes;
import io.mooring.workload.FailureAction;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodConditionPattern;
import io.mooring.workload.PodFailurePolicy;
import io.mooring.workload.PodFailureRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {
    private static final PodFailureRule DISRUPTED = PodFailureRule.builder()
            .addOnPodConditions(PodConditionPattern.builder()
                    .type("DisruptionTarget")
                    .status("True")
                    .build())
            .build();

    private static PodFailureRule onCodes(FailureAction action, String operator, int... codes) {
        return PodFailureRule.builder()
                .action(action)
                .onExitCodes(
                        ExitCodes.builder().operator(operator).addValues(codes).build())
                .build();
    }

    private static JobSpec with(int pods, PodFailureRule... rules) {
        return JobSpec.builder()
                .completions(pods)
                .parallelism(pods)
                .backoffLimit(1)
                .podFailurePolicy(PodFailurePolicy.builder().addRules(rules).build())
                .build();
    }

    private static Cluster firstFails(Cluster cluster, int code) {
        return failing(cluster, active(cluster).get(0), code);
    }

    @Test
    void anExitCodeFailsTheJobAtOnce() {
        Cluster cluster = running(with(2, onCodes(FailureAction.FAIL_JOB, "In", 42)));
        Pod first = active(cluster).get(0);
        cluster = failing(cluster, first, 42);
        String message = "Container main for pod default/" + first.metadata().name()
                + " failed with exit code 42 matching FailJob rule at index 0";
        assertThat(conditions(cluster)).containsExactly("FailureTarget", "Failed");
        assertThat(why(cluster, "Failed")).isEqualTo("PodFailurePolicy: " + message);
        assertThat(told(cluster)).endsWith("Warning PodFailurePolicy: " + message);
        assertThat(active(cluster)).isEmpty();
        assertThat(status(cluster).failed()).isEqualTo(2);
        assertThat(status(cluster).terminating()).contains(0);
    }

    @Test
    void aConditionFailsTheJobAtOnce() {
        Cluster cluster = running(with(1, DISRUPTED.withAction(FailureAction.FAIL_JOB)));
        Pod first = active(cluster).get(0);
        cluster = disrupted(cluster, first);
        assertThat(why(cluster, "Failed"))
                .isEqualTo("PodFailurePolicy: Pod default/" + first.metadata().name()
                        + " has condition DisruptionTarget matching FailJob rule at index 0");
    }

    @Test
    void whatIsIgnoredDoesNotCountButIsReplaced() {
        Cluster cluster = running(with(1, DISRUPTED.withAction(FailureAction.IGNORE)));
        for (int i = 0; i < 4; i++) {
            cluster = after(disrupted(cluster, active(cluster).get(0)), Duration.ofMinutes(11));
            assertThat(active(cluster)).hasSize(1);
        }
        assertThat(status(cluster).failed()).isZero();
        assertThat(conditions(cluster)).isEmpty();
        assertThat(pods(cluster)).filteredOn(Pod::hasEnded).allMatch(pod -> !TrackedPods.isTracked(pod));
    }

    @Test
    void whatIsIgnoredIsWaitedForLongerEachTime() {
        Cluster cluster = running(with(1, DISRUPTED.withAction(FailureAction.IGNORE)));
        cluster = disrupted(cluster, active(cluster).get(0));
        assertThat(active(cluster)).isEmpty();
        assertThat(active(after(cluster, Duration.ofSeconds(15)))).hasSize(1);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        JobSpec spec = with(
                1,
                onCodes(FailureAction.COUNT, "In", 1),
                onCodes(FailureAction.IGNORE, "In", 1, 2),
                onCodes(FailureAction.FAIL_JOB, "NotIn", 1, 2));
        Cluster counted = firstFails(running(spec), 1);
        assertThat(status(counted).failed()).isEqualTo(1);
        Cluster ignored = firstFails(running(spec), 2);
        assertThat(status(ignored).failed()).isZero();
        assertThat(load(ignored).isFinished()).isFalse();
        Cluster failed = firstFails(running(spec), 3);
        assertThat(why(failed, "Failed")).endsWith("matching FailJob rule at index 2");
    }

    @Test
    void aRuleMayBeOfOneContainer() {
        PodFailureRule rule = onCodes(FailureAction.FAIL_JOB, "In", 42);
        PodFailureRule ofOther =
                rule.withOnExitCodes(rule.onExitCodes().orElseThrow().withContainerName("c"));
        Cluster cluster = firstFails(running(with(1, ofOther)), 42);
        assertThat(load(cluster).isFinished()).isFalse();
        assertThat(status(cluster).failed()).isEqualTo(1);
    }

    @Test
    void aContainerThatEndedWell() {
        Cluster cluster = firstFails(running(with(1, onCodes(FailureAction.FAIL_JOB, "NotIn", 42))), 0);
        assertThat(load(cluster).isFinished()).isFalse();
    }

    @Test
    void aFailureThatNoRuleFitsCounts() {
        Cluster cluster = running(with(1, onCodes(FailureAction.IGNORE, "In", 42)));
        cluster = after(firstFails(cluster, 1), Duration.ofMinutes(1));
        cluster = firstFails(cluster, 1);
        assertThat(why(cluster, "Failed"))
                .isEqualTo("BackoffLimitExceeded: Job has reached the specified backoff limit");
        assertThat(status(cluster).failed()).isEqualTo(2);
    }

    @Test
    void aPodThatIsDeletedIsReplacedOnceItHasFailed() {
        Cluster cluster = running(with(1, DISRUPTED.withAction(FailureAction.IGNORE)));
        Pod pod = active(cluster).get(0);
        Cluster deleted = cluster.delete(pod.ref()).orThrow().settle();
        assertThat(status(deleted).failed()).isZero();
    }
}
