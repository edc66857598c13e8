package io.mooring.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Jackson's tree and ours, one to the other. */
final class JsonNodes {
    private JsonNodes() {}

    /** @throws Refusal if it is beyond the limits */
    static Node compose(JsonNode value, int depth, Place place, Budget budget) {
        budget.spendNodes(1, place, Position.NOWHERE);
        if (value.isObject()) {
            budget.checkDepth(depth, place, Position.NOWHERE);
            List<Node.Entry> entries = new ArrayList<>();
            value.properties().forEach(field -> {
                budget.spendNodes(1, place, Position.NOWHERE);
                Node key = new Node.Literal(new JsonString(Utf16.repaired(field.getKey())), Position.NOWHERE);
                entries.add(new Node.Entry(key, compose(field.getValue(), depth + 1, place, budget)));
            });
            return new Node.Mapping(entries, Position.NOWHERE);
        }
        if (value.isArray()) {
            budget.checkDepth(depth, place, Position.NOWHERE);
            List<Node> items = new ArrayList<>();
            value.forEach(item -> items.add(compose(item, depth + 1, place, budget)));
            return new Node.Sequence(items, Position.NOWHERE);
        }
        if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()) && !value.isBigDecimal()) {
            throw new Refusal(new Problem.BadScalar(place, value.asText(), "is not a number in JSON"));
        }
        JsonValue scalar = scalar(value);
        if (scalar instanceof JsonString string) {
            budget.checkScalar(string.value(), place, Position.NOWHERE);
        }
        return new Node.Literal(scalar, Position.NOWHERE);
    }

    private static JsonValue scalar(JsonNode value) {
        if (value.isTextual() || value.isBinary()) {
            return new JsonString(Utf16.repaired(value.asText()));
        }
        if (value.isBoolean()) {
            return JsonBool.of(value.booleanValue());
        }
        if (value.isBigDecimal()) {
            return new JsonNumber(value.decimalValue().toString());
        }
        return value.isNumber() ? new JsonNumber(value.asText()) : JsonNull.NULL;
    }

    /** @throws NumberFormatException for a number whose exponent is beyond a BigDecimal's */
    static JsonNode toJackson(JsonValue value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (value instanceof JsonObject object) {
            ObjectNode node = make.objectNode();
            object.fields().forEach((name, field) -> node.set(name, toJackson(field)));
            return node;
        }
        if (value instanceof JsonArray array) {
            ArrayNode node = make.arrayNode(array.items().size());
            array.items().forEach(item -> node.add(toJackson(item)));
            return node;
        }
        if (value instanceof JsonString string) {
            return make.textNode(string.value());
        }
        if (value instanceof JsonBool bool) {
            return make.booleanNode(bool.value());
        }
        return value instanceof JsonNumber number ? number(number, make) : make.nullNode();
    }

    private static JsonNode number(JsonNumber number, JsonNodeFactory make) {
        if (number.toLong().isPresent()) {
            long whole = number.toLong().getAsLong();
            return (int) whole == whole ? make.numberNode((int) whole) : make.numberNode(whole);
        }
        boolean isWhole = number.text().chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        return isWhole
                ? make.numberNode(new BigInteger(number.text()))
                : make.numberNode(new BigDecimal(number.text()));
    }
}
