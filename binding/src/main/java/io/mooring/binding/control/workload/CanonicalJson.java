package io.mooring.binding.control.workload;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as Go's encoder writes a map: names in order, no spaces, nothing that a browser could read as a tag. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(JsonValue value) {
        return sorted(value)
                .toJson()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static JsonValue sorted(JsonValue value) {
        if (value instanceof JsonArray array) {
            List<JsonValue> items =
                    array.items().stream().map(CanonicalJson::sorted).toList();
            return new JsonArray(items);
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> fields = new TreeMap<>();
            object.fields().forEach((name, field) -> fields.put(name, sorted(field)));
            return JsonObject.of(fields);
        }
        return value;
    }
}
