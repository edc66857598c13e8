package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.Int32;
import io.mooring.binding.world.Write;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Job asks of one of its pods. */
final class TrackedPods {
    static final JsonString ON_FAILURE = new JsonString("OnFailure");

    private static final JsonString ALWAYS = new JsonString("Always");
    private static final String INIT_CONTAINERS = "initContainerStatuses";

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

    /** The numbers of pods, of those that have one. */
    static Set<Integer> indexes(List<Pod> pods) {
        Set<Integer> indexes = new HashSet<>();
        pods.forEach(pod -> index(pod).ifPresent(indexes::add));
        return indexes;
    }

    /** How many pods of its number failed before it and count. Models {@code getIndexFailureCount}. */
    static long failuresBefore(Pod pod) {
        return count(pod, Job.INDEX_FAILURES);
    }

    static long ignoredFailuresBefore(Pod pod) {
        return count(pod, Job.INDEX_IGNORED_FAILURES);
    }

    /** How many pods of its number failed before it. Models {@code getIndexAbsoluteFailureCount}. */
    static long allFailuresBefore(Pod pod) {
        return failuresBefore(pod) + ignoredFailuresBefore(pod);
    }

    /** What is no count of 32 bits is none. */
    private static long count(Pod pod, String annotation) {
        return pod.metadata()
                .annotation(annotation)
                .map(text -> new JsonNumber(text).toLong().orElse(0))
                .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
                .orElse(0L);
    }

    /** When it ended, as far as it says. Models {@code getFinishedTime}. */
    static Instant ended(Pod pod) {
        return containersEnd(pod)
                .or(() -> pod.condition("Ready")
                        .filter(ready -> ready.status().equals("False"))
                        .flatMap(PodCondition::lastTransitionTime))
                .or(() -> pod.metadata().deletionAskedFor())
                .or(() -> pod.metadata().creationTimestamp())
                .orElse(Instant.MIN);
    }

    /** When the last container ended; empty while one runs. Sidecars, which end after the others, count too. */
    private static Optional<Instant> containersEnd(Pod pod) {
        Set<String> sidecars = pod.spec().initContainers().stream()
                .filter(container -> container.rest().get("restartPolicy").equals(Optional.of(ALWAYS)))
                .map(Container::name)
                .collect(Collectors.toSet());
        Optional<Instant> end = lastEnd(Optional.empty(), statuses(pod).toList());
        List<JsonObject> ofSidecars = list(pod, INIT_CONTAINERS)
                .filter(status -> sidecars.contains(text(status, "name")))
                .toList();
        return lastEnd(end, ofSidecars);
    }

    private static Optional<Instant> lastEnd(Optional<Instant> before, List<JsonObject> statuses) {
        List<Instant> ends =
                statuses.stream().flatMap(status -> finishedAt(status).stream()).toList();
        return ends.size() < statuses.size()
                ? Optional.empty()
                : Stream.concat(before.stream(), ends.stream()).max(Instant::compareTo);
    }

    private static Optional<Instant> finishedAt(JsonObject status) {
        return status.at("state", "terminated", "finishedAt")
                .filter(JsonString.class::isInstance)
                .flatMap(text -> parsed(((JsonString) text).value()));
    }

    private static Optional<Instant> parsed(String time) {
        try {
            return Optional.of(Instant.parse(time));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Its containers that have ended, those that run first last. */
    static Stream<FailureVerdict.ContainerEnded> containersEnded(Pod pod) {
        return Stream.concat(statuses(pod), list(pod, INIT_CONTAINERS))
                .flatMap(status -> status
                        .at("state", "terminated", "exitCode")
                        .filter(JsonNumber.class::isInstance)
                        .map(code -> (int) ((JsonNumber) code).toLong().orElse(0))
                        .map(code -> new FailureVerdict.ContainerEnded(text(status, "name"), code))
                        .stream());
    }

    private static String text(JsonObject status, String field) {
        return status.get(field)
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).value())
                .orElse("");
    }

    /** How often its containers were started again. */
    static long restarts(Pod pod) {
        return Stream.concat(statuses(pod), list(pod, INIT_CONTAINERS))
                .mapToLong(status -> status.get("restartCount")
                        .filter(JsonNumber.class::isInstance)
                        .map(count ->
                                Int32.bounded(((JsonNumber) count).toLong().orElse(0)))
                        .orElse(0))
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
