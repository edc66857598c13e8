package io.mooring.binding.control.job;

import static io.mooring.binding.control.workload.Workloads.ended;
import static io.mooring.binding.control.workload.Workloads.job;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobControllerTest {
    private static final Ref<Job> LOAD = Job.ref(Given.NAMESPACE, "load");

    private static JobSpec once() {
        return JobSpec.builder().build();
    }

    private static JobSpec many(int completions, int parallelism) {
        return JobSpec.builder()
                .completions(completions)
                .parallelism(parallelism)
                .build();
    }

    private static JobSpec indexed(int completions, int parallelism) {
        return many(completions, parallelism).withCompletionMode(CompletionMode.INDEXED);
    }

    private static Cluster running(JobSpec spec, String... claims) {
        return Settled.with(Given.node("n", "64"), job("load", spec, claims)).cluster();
    }

    private static Job load(Cluster cluster) {
        return cluster.get(LOAD).orElseThrow();
    }

    private static List<Pod> active(Cluster cluster) {
        return pods(cluster).stream().filter(pod -> !pod.hasEnded()).toList();
    }

    private static Cluster ending(Cluster cluster, Pod pod, PodPhase phase) {
        return cluster.patchStatus(pod.ref(), ended(phase)).orThrow().settle();
    }

    private static Cluster firstEnds(Cluster cluster, PodPhase phase) {
        return ending(cluster, active(cluster).get(0), phase);
    }

    private static List<String> conditions(Cluster cluster) {
        return load(cluster).status().conditions().stream()
                .map(JobCondition::type)
                .toList();
    }

    private static List<String> told(Cluster cluster) {
        return new Settled(cluster).told(LOAD);
    }

    @Test
    void itsPodIsItsOwnByItsUid() {
        Cluster cluster = running(once());
        Job job = load(cluster);
        Pod pod = pods(cluster).get(0);
        assertThat(job.spec().selector().orElseThrow().matchLabels())
                .containsEntry(Job.UID_LABEL, job.metadata().uid());
        assertThat(job.metadata().labels()).isEqualTo(pod.metadata().labels());
        assertThat(pod.metadata().labels())
                .containsEntry("job-name", "load")
                .containsEntry("batch.kubernetes.io/job-name", "load")
                .containsEntry("controller-uid", job.metadata().uid());
        assertThat(pod.metadata().finalizers()).containsExactly(Job.TRACKING_FINALIZER);
        assertThat(job.status().active()).isEqualTo(1);
        assertThat(job.status().ready()).contains(1);
    }

    @Test
    void isCompleteOnceItsPodSucceeds() {
        Cluster cluster = firstEnds(running(once()), PodPhase.SUCCEEDED);
        assertThat(conditions(cluster)).containsExactly("SuccessCriteriaMet", "Complete");
        assertThat(load(cluster).status().succeeded()).isEqualTo(1);
        assertThat(load(cluster).status().active()).isZero();
        assertThat(load(cluster).status().completionTime()).isPresent();
        assertThat(pods(cluster))
                .singleElement()
                .matches(pod -> pod.metadata().finalizers().isEmpty());
        assertThat(told(cluster)).endsWith("Normal Completed: Job completed");
    }

    @Test
    void runsSoManyAtOnceUntilSoManyAreDone() {
        Cluster cluster = running(many(3, 2));
        assertThat(active(cluster)).hasSize(2);
        cluster = firstEnds(cluster, PodPhase.SUCCEEDED);
        assertThat(active(cluster)).hasSize(2);
        cluster = firstEnds(firstEnds(cluster, PodPhase.SUCCEEDED), PodPhase.SUCCEEDED);
        assertThat(load(cluster).isFinished()).isTrue();
        assertThat(load(cluster).status().succeeded()).isEqualTo(3);
        assertThat(pods(cluster)).hasSize(3);
    }

    @Test
    void waitsLongerAfterEachFailureAndThenGivesUp() {
        Cluster failed = firstEnds(
                running(once().withBackoffLimit(1))
                        .advance(Duration.ofMinutes(1))
                        .settle(),
                PodPhase.FAILED);
        assertThat(load(failed).status().failed()).isEqualTo(1);
        Cluster again = failed.advance(Duration.ofMinutes(1)).settle();
        assertThat(active(again)).hasSize(1);
        Cluster over = firstEnds(again, PodPhase.FAILED);
        assertThat(conditions(over)).containsExactly("FailureTarget", "Failed");
        assertThat(load(over).status().failed()).isEqualTo(2);
        assertThat(told(over)).endsWith("Warning BackoffLimitExceeded: Job has reached the specified backoff limit");
    }

    @Test
    void whatFailedMoreOftenThan32BitsTellHasFailedThatOften() {
        Cluster running = running(once().withBackoffLimit(1))
                .advance(Duration.ofMinutes(1))
                .settle();
        Cluster often = running.patchStatus(
                        LOAD,
                        JsonObject.builder()
                                .put(
                                        "status",
                                        JsonObject.builder()
                                                .put("failed", JsonNumber.of(Integer.MAX_VALUE))
                                                .build())
                                .build())
                .orThrow();
        Cluster over = firstEnds(often, PodPhase.FAILED);
        assertThat(load(over).status().failed()).isEqualTo(Integer.MAX_VALUE);
        assertThat(conditions(over)).containsExactly("FailureTarget", "Failed");
    }

    @Test
    void doesNotReplaceAPodThatFailedJustNow() {
        Cluster cluster = running(many(2, 2));
        Cluster failed = firstEnds(cluster, PodPhase.FAILED);
        assertThat(active(failed)).hasSize(1);
        assertThat(failed.nextDue()).isPresent();
        assertThat(active(failed.advance(Duration.ofSeconds(30)).settle())).hasSize(2);
    }

    @Test
    void numbersItsPods() {
        Cluster cluster = running(indexed(3, 2));
        assertThat(active(cluster))
                .extracting(pod -> pod.metadata().annotations().get(Job.COMPLETION_INDEX))
                .containsExactlyInAnyOrder("0", "1");
        assertThat(active(cluster))
                .allMatch(pod -> pod.metadata()
                        .name()
                        .startsWith("load-" + pod.metadata().annotations().get(Job.COMPLETION_INDEX) + "-"));
        Pod second = active(cluster).stream()
                .filter(pod -> TrackedPods.index(pod).orElse(-1) == 1)
                .findFirst()
                .orElseThrow();
        cluster = ending(cluster, second, PodPhase.SUCCEEDED);
        assertThat(load(cluster).status().completedIndexes()).isEqualTo("1");
        assertThat(active(cluster))
                .extracting(pod -> pod.metadata().annotations().get(Job.COMPLETION_INDEX))
                .containsExactlyInAnyOrder("0", "2");
        cluster = firstEnds(firstEnds(cluster, PodPhase.SUCCEEDED), PodPhase.SUCCEEDED);
        assertThat(load(cluster).status().completedIndexes()).isEqualTo("0-2");
        assertThat(load(cluster).isFinished()).isTrue();
    }

    @Test
    void givesUpNumbersThatAreTooManyAndIsCompleteWithTheRest() {
        Cluster cluster = running(indexed(3, 3));
        cluster = ending(cluster, JobWorlds.active(cluster, 0), PodPhase.SUCCEEDED);
        JsonObject one = JsonObject.of("completions", JsonNumber.of(1)).with("parallelism", JsonNumber.of(1));
        cluster = patched(cluster, LOAD, JsonObject.of("spec", one)).settle();
        assertThat(conditions(cluster)).containsExactly("SuccessCriteriaMet", "Complete");
        assertThat(pods(cluster)).hasSize(1);
        assertThat(load(cluster).status().failed()).isZero();
        assertThat(told(cluster))
                .filteredOn(text -> text.contains("Deleted pod"))
                .hasSize(2);
    }

    @Test
    void whatIsTooMuchGoesYoungestFirst() {
        Cluster cluster = running(many(4, 3));
        List<Pod> before = active(cluster);
        cluster = patched(cluster, LOAD, spec("parallelism", JsonNumber.of(1))).settle();
        assertThat(active(cluster))
                .singleElement()
                .matches(pod -> before.stream()
                        .allMatch(each -> !each.metadata()
                                .creationTimestamp()
                                .orElseThrow()
                                .isBefore(pod.metadata().creationTimestamp().orElseThrow())));
        assertThat(load(cluster).status().failed()).isZero();
    }

    @Test
    void suspendedItHasNoPodsAndResumedItBeginsAnew() {
        Cluster suspended =
                patched(running(once()), LOAD, spec("suspend", JsonBool.TRUE)).settle();
        assertThat(pods(suspended)).isEmpty();
        assertThat(load(suspended).status().failed()).isZero();
        assertThat(load(suspended).status().startTime()).isEmpty();
        assertThat(told(suspended)).contains("Normal Suspended: Job suspended");
        Cluster resumed =
                patched(suspended, LOAD, spec("suspend", JsonBool.FALSE)).settle();
        assertThat(active(resumed)).hasSize(1);
        assertThat(told(resumed)).contains("Normal Resumed: Job resumed");
    }

    @Test
    void failsWhenItsTimeIsOverAndItsPodsGo() {
        Cluster cluster = running(once().withActiveDeadlineSeconds(600));
        Cluster over = cluster.advance(Duration.ofMinutes(11)).settle();
        assertThat(conditions(over)).containsExactly("FailureTarget", "Failed");
        assertThat(pods(over)).isEmpty();
        assertThat(told(over)).endsWith("Warning DeadlineExceeded: Job was active longer than specified deadline");
    }

    @Test
    void goesSomeTimeAfterItFinished() {
        Cluster finished = firstEnds(running(once().withTtlSecondsAfterFinished(60)), PodPhase.SUCCEEDED);
        assertThat(finished.get(LOAD)).isPresent();
        Cluster later = finished.advance(Duration.ofMinutes(2)).settle();
        assertThat(later.get(LOAD)).isEmpty();
        assertThat(pods(later)).isEmpty();
    }

    @Test
    void leavesNoPodHeldWhenItIsDeleted() {
        for (Propagation propagation : List.of(Propagation.BACKGROUND, Propagation.FOREGROUND)) {
            Cluster cluster = running(many(2, 2))
                    .delete(LOAD, Deletion.DEFAULT.with(propagation))
                    .orThrow()
                    .settle();
            assertThat(cluster.all()).hasSize(1);
        }
        Cluster orphaned = running(once())
                .delete(LOAD, Deletion.DEFAULT.with(Propagation.ORPHAN))
                .orThrow()
                .settle();
        assertThat(pods(orphaned))
                .singleElement()
                .matches(pod -> pod.metadata().finalizers().isEmpty());
    }

    @Test
    void aClaimThatWaitsForItsFirstConsumerHasOne() {
        Cluster cluster = Settled.with(
                        Given.node("n", "64"),
                        Given.lazy("lazy"),
                        Given.claim("data", "1Gi", "lazy"),
                        job("load", once(), "data"))
                .cluster();
        assertThat(cluster.claim(Given.NAMESPACE, "data").orElseThrow().isBound())
                .isTrue();
    }
}
