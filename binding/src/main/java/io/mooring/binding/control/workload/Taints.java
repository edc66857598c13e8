package io.mooring.binding.control.workload;

import io.mooring.names.DecimalInteger;
import io.mooring.node.Node;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.PodSpec;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a node's taints keep a pod off, or drive it away. Models {@code FindMatchingUntoleratedTaint}. */
public final class Taints {
    private static final String EFFECT = "effect";
    private static final String VALUE = "value";

    private Taints() {}

    /** Whether the pod tolerates every taint of these effects. */
    public static boolean areTolerated(Node node, PodSpec pod, Set<String> effects, Semantics semantics) {
        return objects(node.spec().rest(), "taints")
                .filter(taint -> effects.contains(text(taint, EFFECT)))
                .allMatch(taint -> objects(pod.rest(), "tolerations")
                        .anyMatch(toleration -> tolerates(toleration, taint, semantics)));
    }

    /** An empty key or effect tolerates every one. Models {@code Toleration.ToleratesTaint}. */
    public static boolean tolerates(JsonObject toleration, JsonObject taint, Semantics semantics) {
        return isAnyOr(text(taint, EFFECT), text(toleration, EFFECT))
                && isAnyOr(text(taint, "key"), text(toleration, "key"))
                && toleratesValue(toleration, text(taint, VALUE), semantics);
    }

    private static boolean toleratesValue(JsonObject toleration, String tainted, Semantics semantics) {
        String tolerated = text(toleration, VALUE);
        String operator = text(toleration, "operator");
        return switch (operator) {
            case "", "Equal" -> tolerated.equals(tainted);
            case "Exists" -> true;
            case "Gt", "Lt" ->
                semantics.has(Behaviour.TOLERATIONS_COMPARE_NUMBERS)
                        && compared(tainted, tolerated) == (operator.equals("Gt") ? 1 : -1);
            default -> false;
        };
    }

    /** 0 too if one of them is no number. */
    private static int compared(String tainted, String tolerated) {
        OptionalLong first = DecimalInteger.parse(tainted);
        OptionalLong second = DecimalInteger.parse(tolerated);
        return first.isPresent() && second.isPresent() ? Long.compare(first.getAsLong(), second.getAsLong()) : 0;
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
