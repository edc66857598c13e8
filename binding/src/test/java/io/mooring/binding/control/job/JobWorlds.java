package io.mooring.binding.control.job;

import static io.mooring.binding.control.workload.Workloads.job;
import static io.mooring.binding.control.workload.Workloads.pods;

import io.mooring.binding.control.Settled;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import io.mooring.workload.JobSpec;
import io.mooring.workload.JobStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;

/** A world with the Job {@code load}, and what becomes of its pods. */
final class JobWorlds {
    static final Ref<Job> LOAD = Job.ref(Given.NAMESPACE, "load");

    private JobWorlds() {}

    static Cluster running(JobSpec spec) {
        return Settled.with(Given.node("n", "64"), job("load", spec)).cluster();
    }

    /** So many numbers, all at once. */
    static JobSpec indexed(int completions) {
        return JobSpec.builder()
                .completions(completions)
                .parallelism(completions)
                .completionMode(CompletionMode.INDEXED)
                .build();
    }

    static Job load(Cluster cluster) {
        return cluster.get(LOAD).orElseThrow();
    }

    static JobStatus status(Cluster cluster) {
        return load(cluster).status();
    }

    static List<Pod> active(Cluster cluster) {
        return pods(cluster).stream()
                .filter(pod -> !pod.hasEnded() && !pod.metadata().isBeingDeleted())
                .toList();
    }

    /** The pod of this number that has not ended. */
    static Pod active(Cluster cluster, int index) {
        return active(cluster).stream()
                .filter(pod -> TrackedPods.index(pod).orElse(-1) == index)
                .findFirst()
                .orElseThrow();
    }

    /** The numbers that have a pod, in order. */
    static List<Integer> activeIndexes(Cluster cluster) {
        return active(cluster).stream()
                .map(pod -> TrackedPods.index(pod).orElse(-1))
                .sorted()
                .toList();
    }

    static Cluster succeeding(Cluster cluster, Pod pod) {
        return ending(cluster, pod, PodPhase.SUCCEEDED, 0);
    }

    /** Its container ends with this code. */
    static Cluster failing(Cluster cluster, Pod pod, int code) {
        return ending(cluster, pod, PodPhase.FAILED, code);
    }

    private static Cluster ending(Cluster cluster, Pod pod, PodPhase phase, int code) {
        JsonObject terminated = JsonObject.of("exitCode", JsonNumber.of(code))
                .with("finishedAt", new JsonString(cluster.now().toString()));
        JsonObject container =
                JsonObject.of("name", new JsonString("main")).with("state", JsonObject.of("terminated", terminated));
        JsonObject status = JsonObject.of("phase", new JsonString(phase.value()))
                .with("containerStatuses", JsonArray.of(container));
        return cluster.patchStatus(pod.ref(), JsonObject.of("status", status))
                .orThrow()
                .settle();
    }

    /** A pod that is evicted: failed, with the condition DisruptionTarget. */
    static Cluster disrupted(Cluster cluster, Pod pod) {
        JsonObject condition =
                JsonObject.of("type", new JsonString("DisruptionTarget")).with("status", new JsonString("True"));
        JsonObject status =
                JsonObject.of("phase", new JsonString("Failed")).with("conditions", JsonArray.of(condition));
        return cluster.patchStatus(pod.ref(), JsonObject.of("status", status))
                .orThrow()
                .settle();
    }

    static Cluster after(Cluster cluster, Duration time) {
        return cluster.advance(time).settle();
    }

    static List<String> conditions(Cluster cluster) {
        return status(cluster).conditions().stream().map(JobCondition::type).toList();
    }

    /** Reason and message of a condition. */
    static String why(Cluster cluster, String type) {
        JobCondition condition = load(cluster).condition(type).orElseThrow();
        return condition.reason() + ": " + condition.message();
    }

    static List<String> told(Cluster cluster) {
        return new Settled(cluster).told(LOAD);
    }
}
