package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A strategic merge patch: a merge patch whose lists of named things are merged by their keys ({@link MergedLists}). Models {@code
 * apimachinery/pkg/util/strategicpatch}. The order of items
 * ({@code $setElementOrder}) is passed over.
 */
final class StrategicMerge {
    private static final String DIRECTIVE = "$patch";
    private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
    private static final String RETAIN = "$retainKeys";

    private StrategicMerge() {}

    static JsonObject apply(JsonObject patch, JsonObject to) {
        if (directive(patch).equals("replace")) {
            return patch.without(DIRECTIVE);
        }
        JsonObject changed = retained(patch, to);
        for (String field : patch.fields().keySet()) {
            JsonValue value = patch.get(field).orElse(JsonNull.NULL);
            if (field.startsWith(DELETE_FROM)) {
                String list = field.substring(DELETE_FROM.length());
                changed = changed.with(list, without(changed.get(list), items(value)));
            } else if (!field.startsWith("$")) {
                changed = changed(changed, field, value);
            }
        }
        return changed;
    }

    /** Without what the patch does not list, if it lists what is to stay. */
    private static JsonObject retained(JsonObject patch, JsonObject to) {
        JsonObject left = to;
        if (patch.get(RETAIN).orElse(JsonNull.NULL) instanceof JsonArray stay) {
            for (String field : to.fields().keySet()) {
                left = stay.items().contains(new JsonString(field)) ? left : left.without(field);
            }
        }
        return left;
    }

    private static JsonObject changed(JsonObject to, String field, JsonValue value) {
        if (value instanceof JsonNull) {
            return to.without(field);
        }
        JsonValue before = to.get(field).orElse(JsonNull.NULL);
        if (value instanceof JsonObject object) {
            if (directive(object).equals("delete")) {
                return to.without(field);
            }
            return to.with(field, apply(object, before instanceof JsonObject there ? there : JsonObject.EMPTY));
        }
        if (value instanceof JsonArray array) {
            return to.with(field, new JsonArray(merged(field, array.items(), items(before))));
        }
        return to.with(field, value);
    }

    private static List<JsonValue> merged(String field, List<JsonValue> patch, List<JsonValue> to) {
        if (MergedLists.isSet(field)) {
            List<JsonValue> all = new ArrayList<>(to);
            patch.stream().filter(each -> !all.contains(each)).forEach(all::add);
            return all;
        }
        return MergedLists.keys(field)
                .filter(keys -> patch.stream().allMatch(JsonObject.class::isInstance))
                .map(keys -> mergedByKey(keys, patch, to))
                .orElse(patch);
    }

    private static List<JsonValue> mergedByKey(List<String> keys, List<JsonValue> patch, List<JsonValue> to) {
        if (patch.stream().anyMatch(item -> directive((JsonObject) item).equals("replace"))) {
            return patch.stream()
                    .filter(item -> !directive((JsonObject) item).equals("replace"))
                    .toList();
        }
        List<JsonValue> all = new ArrayList<>(to);
        for (JsonValue item : patch) {
            JsonObject object = (JsonObject) item;
            Optional<JsonValue> key = key(keys, object);
            int place = placeOf(keys, key, all);
            if (directive(object).equals("delete")) {
                if (place >= 0) {
                    all.remove(place);
                }
            } else if (place >= 0) {
                all.set(place, apply(object, (JsonObject) all.get(place)));
            } else {
                all.add(apply(object, JsonObject.EMPTY));
            }
        }
        return all;
    }

    static int placeOf(List<String> keys, Optional<JsonValue> key, List<JsonValue> in) {
        for (int i = 0; i < in.size(); i++) {
            if (key.isPresent()
                    && in.get(i) instanceof JsonObject item
                    && key(keys, item).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    static Optional<JsonValue> key(List<String> keys, JsonObject item) {
        return keys.stream().flatMap(each -> item.get(each).stream()).findFirst();
    }

    private static JsonArray without(Optional<JsonValue> list, List<JsonValue> gone) {
        List<JsonValue> left = new ArrayList<>(items(list.orElse(JsonNull.NULL)));
        left.removeAll(gone);
        return new JsonArray(left);
    }

    private static List<JsonValue> items(JsonValue list) {
        return list instanceof JsonArray array ? array.items() : List.of();
    }

    private static String directive(JsonObject object) {
        return object.get(DIRECTIVE).orElse(JsonNull.NULL) instanceof JsonString text ? text.value() : "";
    }
}
