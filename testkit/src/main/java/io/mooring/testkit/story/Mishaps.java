package io.mooring.testkit.story;

import io.mooring.node.Node;
import io.mooring.testkit.choice.Choices;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What befalls nodes and pods, and time that passes. */
final class Mishaps {
    private static final String KEY = "example.com/reserved";
    private static final List<String> EFFECTS = List.of("NoSchedule", "NoExecute");
    private static final List<Integer> SECONDS = List.of(1, 10, 60, 400, 4000);

    private Mishaps() {}

    static Step cordon(There there, Choices choices) {
        Node node = choices.pick(there.staying(Node.KIND));
        return node.spec().unschedulable() ? new Step.Uncordon(node.ref()) : new Step.Cordon(node.ref());
    }

    static Step taint(There there, Choices choices) {
        Node node = choices.pick(there.staying(Node.KIND));
        return node.hasTaint(KEY)
                ? new Step.Untaint(node.ref(), KEY)
                : new Step.Taint(node.ref(), KEY, "", choices.pick(EFFECTS));
    }

    static Step silence(There there, Choices choices) {
        Node node = choices.pick(there.staying(Node.KIND));
        JsonObject condition = JsonObject.of("type", new JsonString("Ready"))
                .with("status", new JsonString(node.answers() ? "Unknown" : "True"));
        return new Step.PatchStatus(node.ref(), status("conditions", JsonArray.of(condition)));
    }

    /** Often one of a Job, which waits for it. */
    static Step podEnds(There there, Choices choices) {
        List<Pod> ofJobs = there.running(Job.KIND);
        Pod pod = choices.pick(ofJobs.isEmpty() || choices.chance(20) ? there.running() : ofJobs);
        String phase = choices.pick(List.of("Succeeded", "Failed"));
        return new Step.PatchStatus(pod.ref(), status("phase", new JsonString(phase)));
    }

    private static JsonObject status(String field, JsonValue value) {
        return JsonObject.of("status", JsonObject.of(field, value));
    }

    static Step time(There there, Choices choices) {
        Instant now = there.cluster().now();
        Optional<Instant> due = there.cluster().nextDue().filter(now::isBefore);
        return new Step.Advance(
                due.isPresent() && !choices.chance(30)
                        ? Duration.between(now, due.get())
                        : Duration.ofSeconds(choices.pick(SECONDS)));
    }
}
