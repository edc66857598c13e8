package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

    static JsonNode toNode(JsonValue value) {
        if (value instanceof JsonObject object) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            object.fields().forEach((name, field) -> node.set(name, toNode(field)));
            return node;
        }
        if (value instanceof JsonArray array) {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            array.items().forEach(item -> node.add(toNode(item)));
            return node;
        }
        if (value instanceof JsonString string) {
            return JsonNodeFactory.instance.textNode(string.value());
        }
        if (value instanceof JsonBool bool) {
            return JsonNodeFactory.instance.booleanNode(bool.value());
        }
        return value instanceof JsonNumber number ? toNode(number) : JsonNodeFactory.instance.nullNode();
    }

    /** As Jackson reads it: whole numbers that fit an int are ints. */
    private static JsonNode toNode(JsonNumber number) {
        long value = number.toLong().orElseThrow();
        return (int) value == value
                ? JsonNodeFactory.instance.numberNode((int) value)
                : JsonNodeFactory.instance.numberNode(value);
    }

    /** The node with every text in it, but for names of fields, changed. */
    static JsonNode withTexts(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(change.apply(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(withTexts(item, change)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> fields.set(field.getKey(), withTexts(field.getValue(), change)));
        return fields;
    }

    /** The object of this kind that the record's part is. */
    static <T extends KubernetesObject> T read(ObjectKind<T> kind, JsonNode node) {
        return Objects.read(kind, ofObject(node)).orThrow();
    }
}
