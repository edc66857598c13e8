package io.mooring.admission;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Looks at trees that reading has brought into the API server's form, so that a field has the type it is asked for or is
 * not there.
 */
final class Tree {
    private Tree() {}

    /** The text; empty if there is none. */
    static String text(JsonObject tree, String field) {
        return textIfThere(tree, field).orElse("");
    }

    static Optional<String> textIfThere(JsonObject tree, String field) {
        return tree.get(field).filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
    }

    static OptionalLong number(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonObject.EMPTY) instanceof JsonNumber number
                ? number.toLong()
                : OptionalLong.empty();
    }

    static boolean isTrue(JsonObject tree, String field) {
        return tree.get(field).filter(JsonBool.TRUE::equals).isPresent();
    }

    static Optional<JsonObject> object(JsonObject tree, String field) {
        return tree.get(field).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** The list's objects; none if there is no list. */
    static List<JsonObject> items(JsonObject tree, String field) {
        return values(tree, field).map(JsonObject.class::cast).toList();
    }

    /** The list's texts; none if there is no list. */
    static List<String> texts(JsonObject tree, String field) {
        return values(tree, field).map(value -> ((JsonString) value).value()).toList();
    }

    static Stream<JsonValue> values(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonArray.EMPTY) instanceof JsonArray array
                ? array.items().stream()
                : Stream.empty();
    }

    /** The tree with the object in this field changed, if there is one. */
    static JsonObject changing(JsonObject tree, String field, UnaryOperator<JsonObject> change) {
        return object(tree, field)
                .map(object -> tree.with(field, change.apply(object)))
                .orElse(tree);
    }

    /** The tree with each object of this list changed, if there is one. */
    static JsonObject changingEach(JsonObject tree, String field, UnaryOperator<JsonObject> change) {
        List<JsonValue> changed =
                items(tree, field).stream().<JsonValue>map(change).toList();
        return changed.isEmpty() ? tree : tree.with(field, new JsonArray(changed));
    }
}
