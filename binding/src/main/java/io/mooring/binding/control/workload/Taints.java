package io.mooring.binding.control.workload;

import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.PodSpec;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a node's taints keep a pod off, or drive it away. Models {@code FindMatchingUntoleratedTaint}. */
public final class Taints {
    private static final String EFFECT = "effect";

    private Taints() {}

    /** Whether the pod tolerates every taint of these effects. */
    public static boolean areTolerated(Node node, PodSpec pod, Set<String> effects) {
        return objects(node.spec().rest(), "taints")
                .filter(taint -> effects.contains(text(taint, EFFECT)))
                .allMatch(taint ->
                        objects(pod.rest(), "tolerations").anyMatch(toleration -> tolerates(toleration, taint)));
    }

    /** An empty key or effect tolerates every one. */
    private static boolean tolerates(JsonObject toleration, JsonObject taint) {
        String operator = text(toleration, "operator");
        return isAnyOr(text(taint, EFFECT), text(toleration, EFFECT))
                && isAnyOr(text(taint, "key"), text(toleration, "key"))
                && (operator.equals("Exists") || text(toleration, "value").equals(text(taint, "value")));
    }

    private static boolean isAnyOr(String actual, String wanted) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    private static Stream<JsonObject> objects(JsonObject tree, String field) {
        return tree.get(field).filter(JsonArray.class::isInstance).stream()
                .flatMap(list -> ((JsonArray) list).items().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static String text(JsonObject tree, String field) {
        return tree.get(field)
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).value())
                .orElse("");
    }
}
