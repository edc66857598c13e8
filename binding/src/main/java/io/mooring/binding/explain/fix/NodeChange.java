package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change to a node that says nothing about what it is made of.
 *
 * @param warnings whom it may matter to
 */
record NodeChange(Node node, JsonObject patch, String purpose, List<String> warnings) {

    static NodeChange uncordon(Node node) {
        String name = node.metadata().name();
        return new NodeChange(
                node,
                JsonObject.of("spec", JsonObject.of("unschedulable", JsonNull.NULL)),
                "uncordon node " + name,
                List.of("whoever cordoned node " + name + " wanted no new pods there"));
    }

    /** Without the taints of this key and effect. */
    static NodeChange untaint(Node node, String key, String effect) {
        List<JsonValue> left = taints(node).stream()
                .filter(taint -> !has(taint, "key", key) || !has(taint, "effect", effect))
                .toList();
        String name = node.metadata().name();
        return new NodeChange(
                node,
                JsonObject.of("spec", JsonObject.of("taints", new JsonArray(left))),
                "take the taint " + key + ":" + effect + " from node " + name,
                List.of("other pods that do not tolerate " + key + " may come to node " + name));
    }

    static NodeChange label(Node node, Map<String, String> labels) {
        JsonObject.Builder patch = JsonObject.builder();
        labels.forEach(patch::put);
        String words = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
        return new NodeChange(
                node,
                JsonObject.of("metadata", JsonObject.of("labels", patch.build())),
                "label node " + node.metadata().name() + " " + words,
                List.of("node " + node.metadata().name() + " has to be what the label says"));
    }

    /** Says that the node is gone for good, so that its volumes are detached. */
    static NodeChange outOfService(Node node) {
        JsonObject taint = JsonObject.builder()
                .put("key", "node.kubernetes.io/out-of-service")
                .put("value", "nodeshutdown")
                .put("effect", "NoExecute")
                .build();
        String name = node.metadata().name();
        return new NodeChange(
                node,
                JsonObject.of(
                        "spec",
                        JsonObject.of(
                                "taints",
                                new JsonArray(Stream.concat(taints(node).stream(), Stream.of(taint))
                                        .toList()))),
                "taint node " + name + " node.kubernetes.io/out-of-service=nodeshutdown:NoExecute",
                List.of("only if node " + name
                        + " is shut down: what still runs there would write to volumes that others write to"));
    }

    NodeChange and(NodeChange other) {
        List<String> both = new ArrayList<>(warnings);
        both.addAll(other.warnings);
        return new NodeChange(node, MergePatch.combine(patch, other.patch), purpose + " and " + other.purpose, both);
    }

    Proposal proposal() {
        return new Proposal(List.of(new Edit.Patch(node.ref(), patch, purpose)), Fix.Cost.FIELD, warnings);
    }

    private static List<JsonValue> taints(Node node) {
        return node.spec()
                .rest()
                .get("taints")
                .filter(JsonArray.class::isInstance)
                .map(taints -> ((JsonArray) taints).items())
                .orElse(List.of());
    }

    private static boolean has(JsonValue taint, String field, String value) {
        return taint instanceof JsonObject fields
                && fields.get(field).filter(new JsonString(value)::equals).isPresent();
    }
}
