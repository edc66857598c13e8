package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a kubelet reports of containers that do not start: nothing of storage, and often the true reason. */
final class Containers {
    /** What is said of every container that is about to start. */
    private static final Set<String> ON_THE_WAY = Set.of("", "ContainerCreating", "PodInitializing");

    private Containers() {}

    /** One for each container that does not start. */
    static List<Fact> stuck(Pod pod) {
        return Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(field -> statuses(pod, field).flatMap(status -> stuck(pod, field, status).stream()))
                .toList();
    }

    private static Stream<JsonObject> statuses(Pod pod, String field) {
        return pod.status().rest().get(field).filter(JsonArray.class::isInstance).stream()
                .flatMap(list -> ((JsonArray) list).items().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static Optional<Fact> stuck(Pod pod, String field, JsonObject status) {
        String reason = text(status, "state", "waiting", "reason");
        if (ON_THE_WAY.contains(reason)) {
            return Optional.empty();
        }
        String message = text(status, "state", "waiting", "message");
        return Optional.of(Fact.of(
                        FactCode.POD_CONTAINER,
                        pod.ref(),
                        FieldPath.of("status", field),
                        "has container " + text(status, "name") + ", which does not start: " + reason
                                + (message.isEmpty() ? "" : " (" + message + ")"))
                .having(reason));
    }

    private static String text(JsonObject status, String... path) {
        return status.at(path)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }
}
