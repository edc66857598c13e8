package io.mooring.binding.control.job;

import io.mooring.binding.world.Write;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a Job asks of one of its pods. */
final class TrackedPods {
    static final JsonString ON_FAILURE = new JsonString("OnFailure");

    private TrackedPods() {}

    /** Whether a Job has not counted it yet. */
    static boolean isTracked(Pod pod) {
        return pod.metadata().hasFinalizer(Job.TRACKING_FINALIZER);
    }

    /** It is counted, and may go. */
    static Write released(Pod pod) {
        return new Write.Update(pod.withMetadata(pod.metadata().withoutFinalizer(Job.TRACKING_FINALIZER)));
    }

    /** The pod's number; empty if it has none that can be read. Models {@code getCompletionIndex}. */
    static OptionalInt index(Pod pod) {
        return pod.metadata()
                .annotation(Job.COMPLETION_INDEX)
                .map(text -> new JsonNumber(text).toLong())
                .filter(number ->
                        number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() < Integer.MAX_VALUE)
                .map(number -> OptionalInt.of((int) number.getAsLong()))
                .orElse(OptionalInt.empty());
    }

    /** When it ended, as far as it says. Models {@code getFinishedTime}. */
    static Instant ended(Pod pod) {
        return statuses(pod)
                .flatMap(TrackedPods::finishedAt)
                .max(Instant::compareTo)
                .or(() -> pod.condition("Ready")
                        .filter(ready -> ready.status().equals("False"))
                        .flatMap(PodCondition::lastTransitionTime))
                .or(() -> pod.metadata()
                        .deletionTimestamp()
                        .map(end -> end.minusSeconds(
                                pod.metadata().deletionGracePeriodSeconds().orElse(0L))))
                .or(() -> pod.metadata().creationTimestamp())
                .orElse(Instant.MIN);
    }

    private static Stream<Instant> finishedAt(JsonObject status) {
        return status
                .at("state", "terminated", "finishedAt")
                .filter(JsonString.class::isInstance)
                .flatMap(text -> parsed(((JsonString) text).value()))
                .stream();
    }

    private static Optional<Instant> parsed(String time) {
        try {
            return Optional.of(Instant.parse(time));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** How often its containers were started again. */
    static long restarts(Pod pod) {
        return Stream.concat(statuses(pod), list(pod, "initContainerStatuses"))
                .mapToLong(status -> status.get("restartCount")
                        .filter(JsonNumber.class::isInstance)
                        .map(count -> ((JsonNumber) count).toLong().orElse(0))
                        .orElse(0L))
                .sum();
    }

    private static Stream<JsonObject> statuses(Pod pod) {
        return list(pod, "containerStatuses");
    }

    private static Stream<JsonObject> list(Pod pod, String field) {
        Optional<JsonValue> list = pod.status().rest().get(field);
        return list.isPresent() && list.get() instanceof JsonArray array
                ? array.items().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }
}
