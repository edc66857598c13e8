package io.mooring.binding.plan;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The conditions of an object's status, by their types. */
record Conditions(Map<String, JsonObject> byType) {
    static Conditions of(Optional<JsonValue> list) {
        Map<String, JsonObject> byType = new LinkedHashMap<>();
        list.filter(JsonArray.class::isInstance).map(JsonArray.class::cast).map(JsonArray::items).stream()
                .flatMap(items -> items.stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .forEach(condition -> byType.put(text(condition, "type"), condition));
        return new Conditions(byType);
    }

    /** {@code False: PodUsingPVC: A pod is currently referencing this PVC}. */
    Optional<String> text(String type) {
        return Optional.ofNullable(byType.get(type))
                .map(condition -> text(condition, "status")
                        + after(text(condition, "reason"))
                        + after(text(condition, "message")));
    }

    private static String after(String part) {
        return part.isEmpty() ? "" : ": " + part;
    }

    private static String text(JsonObject condition, String field) {
        return condition
                .get(field)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }
}
