package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;

/** The subresource by which the replicas of a workload are read and set, whatever its kind. */
final class ScaleSubresource {
    private static final List<String> IDENTITY =
            List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp");

    private ScaleSubresource() {}

    /** The {@code Scale} of a workload. */
    static JsonObject of(JsonObject workload) {
        JsonObject metadata = ApiServer.object(workload.get("metadata"));
        JsonObject.Builder identity = JsonObject.builder();
        IDENTITY.forEach(field -> metadata.get(field).ifPresent(value -> identity.put(field, value)));
        return JsonObject.builder()
                .put("kind", "Scale")
                .put("apiVersion", "autoscaling/v1")
                .put("metadata", identity.build())
                .put("spec", JsonObject.of("replicas", replicas(workload, "spec")))
                .put("status", JsonObject.of("replicas", replicas(workload, "status")))
                .build();
    }

    /** What a {@code Scale} makes of its workload, as a merge patch. */
    static JsonObject patch(JsonObject scale) {
        return JsonObject.of("spec", JsonObject.of("replicas", replicas(scale, "spec")));
    }

    private static JsonValue replicas(JsonObject tree, String part) {
        return tree.at(part, "replicas").orElse(JsonNumber.of(0));
    }
}
