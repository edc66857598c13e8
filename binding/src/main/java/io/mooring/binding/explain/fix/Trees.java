package io.mooring.binding.explain.fix;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.function.UnaryOperator;

/** Objects as somebody would write them, to be made anew: without what the API server and controllers have added. */
final class Trees {
    private static final List<String> SERVERS = List.of(
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "generation",
            "managedFields",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink",
            "finalizers");
    private static final List<String> CONTROLLERS = List.of(
            "pv.kubernetes.io/",
            "volume.kubernetes.io/",
            "volume.beta.kubernetes.io/storage-provisioner",
            "kubectl.kubernetes.io/last-applied-configuration");

    private Trees() {}

    /** The object to be made anew, with another spec. */
    static JsonObject anew(Cluster cluster, Ref<?> object, UnaryOperator<JsonObject> spec) {
        JsonObject tree = cluster.tree(object).orElseThrow();
        return tree.without("status")
                .with("metadata", metadata(at(tree, "metadata")))
                .with("spec", spec.apply(at(tree, "spec")));
    }

    private static JsonObject metadata(JsonObject metadata) {
        JsonObject rest = metadata;
        for (String field : SERVERS) {
            rest = rest.without(field);
        }
        JsonObject.Builder kept = JsonObject.builder();
        at(metadata, "annotations").fields().forEach((name, value) -> {
            if (CONTROLLERS.stream().noneMatch(name::startsWith)) {
                kept.put(name, value);
            }
        });
        JsonObject annotations = kept.build();
        return annotations.isEmpty() ? rest.without("annotations") : rest.with("annotations", annotations);
    }

    /** The items in this field; none if there is no such list. */
    static List<JsonValue> items(JsonObject tree, String field) {
        return tree.get(field)
                .filter(JsonArray.class::isInstance)
                .map(list -> ((JsonArray) list).items())
                .orElse(List.of());
    }

    /** The object in this field; an empty one if there is none. */
    static JsonObject at(JsonObject tree, String field) {
        return tree.get(field)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(JsonObject.EMPTY);
    }
}
