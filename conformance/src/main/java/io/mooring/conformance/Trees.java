package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.tree.Codec;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Records as Mooring's trees and objects. */
final class Trees {
    private Trees() {}

    static JsonValue of(JsonNode node) {
        if (node.isObject()) {
            return ofObject(node);
        }
        if (node.isArray()) {
            List<JsonValue> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item)));
            return new JsonArray(items);
        }
        if (node.isTextual()) {
            return new JsonString(node.textValue());
        }
        if (node.isBoolean()) {
            return JsonBool.of(node.booleanValue());
        }
        return node.isNull() ? JsonNull.NULL : new JsonNumber(node.asText());
    }

    static JsonObject ofObject(JsonNode node) {
        JsonObject.Builder object = JsonObject.builder();
        node.properties().forEach(field -> object.put(field.getKey(), of(field.getValue())));
        return object.build();
    }

    /** What the codec reads out of the record's part. */
    static <T> T read(Codec<T> codec, JsonNode node) {
        return codec.decode(of(node)).orThrow();
    }
}
