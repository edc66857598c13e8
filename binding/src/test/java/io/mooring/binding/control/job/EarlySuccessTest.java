package io.mooring.binding.control.job;

import static io.mooring.binding.control.job.JobWorlds.active;
import static io.mooring.binding.control.job.JobWorlds.conditions;
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
import io.mooring.workload.JobSpec;
import io.mooring.workload.SuccessPolicy;
import io.mooring.workload.SuccessRule;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlySuccessTest {
    private static SuccessRule rule(@Nullable String indexes, @Nullable Integer count) {
        return SuccessRule.builder()
                .succeededIndexes(Optional.ofNullable(indexes))
                .succeededCount(Optional.ofNullable(count))
                .build();
    }

    private static JobSpec enough(int completions, SuccessRule... rules) {
        return indexed(completions)
                .withSuccessPolicy(SuccessPolicy.builder().addRules(rules).build());
    }

    private static Cluster succeed(Cluster cluster, int... indexes) {
        Cluster result = cluster;
        for (int index : indexes) {
            result = succeeding(result, active(result, index));
        }
        return result;
    }

    @Test
    void theRestOfItsPodsGoAndDoNotCountAsFailed() {
        Cluster cluster = succeed(running(enough(3, rule("1", null))), 1);
        assertThat(conditions(cluster)).containsExactly("SuccessCriteriaMet", "Complete");
        assertThat(why(cluster, "SuccessCriteriaMet")).isEqualTo("SuccessPolicy: Matched rules at index 0");
        assertThat(why(cluster, "Complete")).isEqualTo("SuccessPolicy: Matched rules at index 0");
        assertThat(told(cluster)).endsWith("Normal Completed: Job completed");
        assertThat(status(cluster).succeeded()).isEqualTo(1);
        assertThat(status(cluster).failed()).isZero();
        assertThat(status(cluster).active()).isZero();
        assertThat(status(cluster).completionTime()).isPresent();
        assertThat(pods(cluster)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // indexes, count, succeeded, met
                "0-1, -, 0, false",
                "0-1, -, 0;1, true",
                "0-1, -, 0;2, false",
                "0-2, 2, 0;2, true",
                "0-2, 2, 0;3, false",
                "-, 2, 3, false",
                "-, 2, 1;3, true",
                "0, 0, 3, true",
                "'', 0, 3, false",
            })
    void someNumbersAreEnough(@Nullable String indexes, @Nullable Integer count, String succeeded, boolean met) {
        int[] numbers =
                Arrays.stream(succeeded.split(";")).mapToInt(Integer::parseInt).toArray();
        Cluster cluster = succeed(running(enough(4, rule(indexes, count))), numbers);
        assertThat(load(cluster).isFinished()).isEqualTo(met);
    }

    @Test
    void anyRuleIsEnough() {
        Cluster cluster = succeed(running(enough(3, rule("0", null), rule(null, 2))), 1, 2);
        assertThat(why(cluster, "Complete")).isEqualTo("SuccessPolicy: Matched rules at index 1");
    }

    @Test
    void failureIsAskedFirst() {
        Cluster cluster = running(enough(2, rule("1", null)).withBackoffLimit(0));
        cluster = failing(cluster, active(cluster, 0), 1);
        assertThat(conditions(cluster)).containsExactly("FailureTarget", "Failed");
    }
}
