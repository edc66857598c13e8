package io.mooring.testkit.story;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;

/** Merge patches of one field. */
final class Patches {
    private Patches() {}

    /** {@code spec(value, "a", "b")} is {@code {"spec": {"a": {"b": value}}}}. */
    static JsonObject spec(JsonValue value, String... path) {
        return JsonObject.of("spec", at(value, List.of(path)));
    }

    static JsonValue at(JsonValue value, List<String> path) {
        return path.isEmpty() ? value : JsonObject.of(path.get(0), at(value, path.subList(1, path.size())));
    }
}
