package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** What keeps pods off a node unless they tolerate it. Kubernetes: {@code core/v1 Taint}. */
record Taint(String key, String value, String effect) {
    /** What {@code spec.unschedulable} amounts to. */
    static final Taint UNSCHEDULABLE = new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");

    /** The node's taints that keep pods off; one that is merely to be avoided does not. */
    static List<Taint> of(Node node) {
        return objects(node.spec().rest().get("taints")).stream()
                .map(taint -> new Taint(text(taint, "key"), text(taint, "value"), text(taint, "effect")))
                .filter(taint -> !taint.effect().equals("PreferNoSchedule"))
                .toList();
    }

    boolean isToleratedBy(Pod pod) {
        return objects(pod.spec().rest().get("tolerations")).stream().anyMatch(this::isToleratedBy);
    }

    /** Models {@code Toleration.ToleratesTaint}: an empty key or effect tolerates every one. */
    private boolean isToleratedBy(JsonObject toleration) {
        String tolerated = text(toleration, "effect");
        String toleratedKey = text(toleration, "key");
        boolean isAlike = (tolerated.isEmpty() || tolerated.equals(effect))
                && (toleratedKey.isEmpty() || toleratedKey.equals(key));
        String operator = text(toleration, "operator");
        return isAlike
                && (operator.equals("Exists")
                        || ((operator.isEmpty() || operator.equals("Equal"))
                                && text(toleration, "value").equals(value)));
    }

    private static List<JsonObject> objects(Optional<JsonValue> array) {
        return array.filter(JsonArray.class::isInstance).map(JsonArray.class::cast).stream()
                .flatMap(each -> each.items().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String text(JsonObject object, String field) {
        return object.get(field)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }
}
