package io.mooring.binding.control.job;

import static io.mooring.binding.control.job.JobWorlds.LOAD;
import static io.mooring.binding.control.job.JobWorlds.active;
import static io.mooring.binding.control.job.JobWorlds.after;
import static io.mooring.binding.control.job.JobWorlds.failing;
import static io.mooring.binding.control.job.JobWorlds.running;
import static io.mooring.binding.control.job.JobWorlds.succeeding;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.JobBackoff;
import io.mooring.binding.world.Cluster;
import io.mooring.tree.JsonBool;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static JobSpec many(int completions) {
        return JobSpec.builder()
                .completions(completions)
                .parallelism(completions)
                .backoffLimit(20)
                .build();
    }

    private static int failures(Cluster cluster) {
        return cluster.finding(LOAD)
                .map(JobBackoff.class::cast)
                .map(JobBackoff::failures)
                .orElse(0);
    }

    private static Cluster firstFails(Cluster cluster) {
        return failing(cluster, active(cluster).get(0), 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 10", "2, 20", "3, 40", "6, 320", "7, 600", "100, 600"})
    void doublesUpToTenMinutes(int failures, int seconds) {
        assertThat(Backoff.remaining(failures, Instant.EPOCH, Instant.EPOCH)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(Backoff.remaining(failures, Instant.EPOCH, Instant.EPOCH.plusSeconds(600)))
                .isZero();
    }

    @Test
    void remembersFailuresOfPodsThatAreGone() {
        Cluster cluster = running(many(1));
        for (int i = 0; i < 3; i++) {
            cluster = after(firstFails(cluster), Duration.ofMinutes(11));
            for (Pod pod : pods(cluster).stream().filter(Pod::hasEnded).toList()) {
                cluster = cluster.delete(pod.ref()).orThrow().settle();
            }
        }
        assertThat(failures(cluster)).isEqualTo(3);
        cluster = firstFails(cluster);
        assertThat(failures(cluster)).isEqualTo(4);
        assertThat(active(after(cluster, Duration.ofSeconds(60)))).isEmpty();
        assertThat(active(after(cluster, Duration.ofSeconds(80)))).hasSize(1);
    }

    @Test
    void aPodThatIsDeletedHasFailed() {
        Cluster cluster = running(many(1));
        cluster = cluster.delete(active(cluster).get(0).ref()).orThrow().settle();
        assertThat(failures(cluster)).isEqualTo(1);
        assertThat(active(cluster)).isEmpty();
        assertThat(active(after(cluster, Duration.ofSeconds(15)))).hasSize(1);
    }

    @Test
    void aSuccessBeginsAnew() {
        Cluster cluster = firstFails(firstFails(running(many(4))));
        assertThat(failures(cluster)).isEqualTo(2);
        cluster = succeeding(cluster, active(cluster).get(0));
        assertThat(failures(cluster)).isZero();
        assertThat(active(cluster)).hasSize(3);
    }

    @Test
    void podsThatASuspendedJobGivesUpHaveNotFailed() {
        Cluster cluster =
                patched(running(many(2)), LOAD, spec("suspend", JsonBool.TRUE)).settle();
        assertThat(failures(cluster)).isZero();
        cluster = patched(cluster, LOAD, spec("suspend", JsonBool.FALSE)).settle();
        assertThat(active(cluster)).hasSize(2);
    }

    @Test
    void aFinishedJobIsForgotten() {
        Cluster cluster = firstFails(running(many(1).withBackoffLimit(0)));
        assertThat(JobWorlds.load(cluster).isFinished()).isTrue();
        assertThat(cluster.finding(LOAD)).isEmpty();
    }
}
