package io.mooring.binding.control.scheduler;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** CarriedFields of objects that are carried along as they came. */
public final class CarriedFields {
    private CarriedFields() {}

    /** The objects in a list; none if the field is absent or no list. */
    public static List<JsonObject> objects(JsonObject object, String field) {
        return items(object, field, JsonObject.class);
    }

    /** The texts in a list; none if the field is absent or no list. */
    public static List<String> texts(JsonObject object, String field) {
        return items(object, field, JsonString.class).stream()
                .map(JsonString::value)
                .toList();
    }

    private static <T extends JsonValue> List<T> items(JsonObject object, String field, Class<T> type) {
        Optional<JsonValue> list = object.get(field);
        if (list.isEmpty() || !(list.get() instanceof JsonArray array)) {
            return List.of();
        }
        List<T> items = new ArrayList<>(array.items().size());
        for (JsonValue item : array.items()) {
            if (type.isInstance(item)) {
                items.add(type.cast(item));
            }
        }
        return List.copyOf(items);
    }

    /** An object; empty if the field is absent or no object. */
    public static Optional<JsonObject> object(JsonObject object, String field) {
        return object.get(field).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** A text; the empty one if the field is absent or no text. */
    public static String text(JsonObject object, String field) {
        Optional<JsonValue> value = object.get(field);
        return value.isPresent() && value.get() instanceof JsonString text ? text.value() : "";
    }

    /** A number; empty if the field is absent or no number that an int holds. */
    public static OptionalInt number(JsonObject object, String field) {
        Optional<JsonValue> value = object.get(field);
        if (value.isEmpty() || !(value.get() instanceof JsonNumber number)) {
            return OptionalInt.empty();
        }
        OptionalLong read = number.toLong();
        return read.isPresent() && read.getAsLong() == (int) read.getAsLong()
                ? OptionalInt.of((int) read.getAsLong())
                : OptionalInt.empty();
    }

    /** A label selector, ready to be asked; empty if the field is absent. */
    public static Optional<LabelMatcher> selector(JsonObject object, String field) {
        return object(object, field).map(CarriedFields::selector).map(LabelMatcher::of);
    }

    private static LabelSelector selector(JsonObject tree) {
        LabelSelector.Builder selector = LabelSelector.builder();
        object(tree, "matchLabels").map(JsonObject::fields).orElse(Map.of()).forEach((label, value) -> {
            if (value instanceof JsonString text) {
                selector.putMatchLabels(label, text.value());
            }
        });
        for (JsonObject expression : objects(tree, "matchExpressions")) {
            selector.addMatchExpressions(LabelSelectorRequirement.builder()
                    .key(text(expression, "key"))
                    .operator(text(expression, "operator"))
                    .addAllValues(texts(expression, "values"))
                    .build());
        }
        return selector.build();
    }
}
