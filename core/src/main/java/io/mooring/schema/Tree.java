package io.mooring.schema;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Looks at trees that reading has brought into the API server's form, so that a field has the type it is asked for or is
 * not there.
 */
public final class Tree {
    private Tree() {}

    /** The text; empty if there is none. */
    public static String text(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonNull.NULL) instanceof JsonString text ? text.value() : "";
    }

    public static Optional<String> textIfThere(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonNull.NULL) instanceof JsonString text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    public static OptionalLong number(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonNull.NULL) instanceof JsonNumber number
                ? number.toLong()
                : OptionalLong.empty();
    }

    public static boolean isTrue(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonNull.NULL).equals(JsonBool.TRUE);
    }

    public static Optional<JsonObject> object(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonNull.NULL) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** The list's objects; none if there is no list. */
    public static List<JsonObject> items(JsonObject tree, String field) {
        List<JsonValue> values = values(tree, field);
        if (values.isEmpty()) {
            return List.of();
        }
        List<JsonObject> items = new ArrayList<>(values.size());
        for (JsonValue value : values) {
            items.add((JsonObject) value);
        }
        return items;
    }

    /** The list's texts; none if there is no list. */
    public static List<String> texts(JsonObject tree, String field) {
        return values(tree, field).stream()
                .map(value -> ((JsonString) value).value())
                .toList();
    }

    public static List<JsonValue> values(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonArray.EMPTY) instanceof JsonArray array ? array.items() : List.of();
    }

    /** The tree with the object in this field changed, if there is one; the same tree if nothing changes. */
    public static JsonObject changing(JsonObject tree, String field, UnaryOperator<JsonObject> change) {
        Optional<JsonObject> object = object(tree, field);
        if (object.isEmpty()) {
            return tree;
        }
        JsonObject changed = change.apply(object.get());
        return changed == object.get() ? tree : tree.with(field, changed);
    }

    /** The tree with each object of this list changed, if there is one; the same tree if nothing changes. */
    public static JsonObject changingEach(JsonObject tree, String field, UnaryOperator<JsonObject> change) {
        List<JsonObject> items = items(tree, field);
        List<JsonValue> results = new ArrayList<>(items.size());
        boolean changes = false;
        for (JsonObject item : items) {
            JsonObject changed = change.apply(item);
            changes |= changed != item;
            results.add(changed);
        }
        return changes ? tree.with(field, new JsonArray(results)) : tree;
    }
}
