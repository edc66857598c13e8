package io.mooring.binding.control.scheduler;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;

/** CarriedFields of objects that are carried along as they came. */
final class CarriedFields {
    private CarriedFields() {}

    /** The objects in a list; none if the field is absent or no list. */
    static List<JsonObject> objects(JsonObject object, String field) {
        return object.get(field).filter(JsonArray.class::isInstance).map(JsonArray.class::cast).stream()
                .flatMap(array -> array.items().stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** A text; the empty one if the field is absent or no text. */
    static String text(JsonObject object, String field) {
        return object.get(field)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }
}
