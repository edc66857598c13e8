package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A JSON patch, RFC 6902: operations at places, one after the other, all or none. */
final class JsonPatch {
    private static final String END = "-";

    private JsonPatch() {}

    /** @throws RefusedException if it is no such patch, or an operation does not fit what is there */
    static JsonValue apply(JsonValue patch, JsonValue to) {
        if (!(patch instanceof JsonArray operations)) {
            throw RefusedException.badRequest("a JSON patch is a list of operations");
        }
        JsonValue changed = to;
        for (JsonValue operation : operations.items()) {
            changed = apply(new Operation(operation), changed);
        }
        return changed;
    }

    /** One operation; a field that it lacks is refused when it is asked for. */
    private record Operation(JsonValue tree) {
        JsonValue field(String name) {
            return Optional.of(tree)
                    .filter(JsonObject.class::isInstance)
                    .flatMap(object -> ((JsonObject) object).get(name))
                    .orElseThrow(() -> RefusedException.badRequest("an operation of a JSON patch lacks " + name));
        }

        String text(String name) {
            return field(name) instanceof JsonString text ? text.value() : "";
        }

        List<String> place(String name) {
            String pointer = text(name);
            return pointer.isEmpty()
                    ? List.of()
                    : Arrays.stream(pointer.substring(1).split("/", -1))
                            .map(part -> part.replace("~1", "/").replace("~0", "~"))
                            .toList();
        }
    }

    private static JsonValue apply(Operation operation, JsonValue to) {
        List<String> place = operation.place("path");
        return switch (operation.text("op")) {
            case "add" -> with(to, place, operation.field("value"));
            case "remove" -> without(to, place);
            case "replace" -> replaced(to, place, operation.field("value"));
            case "move" -> with(without(to, operation.place("from")), place, at(to, operation.place("from")));
            case "copy" -> with(to, place, at(to, operation.place("from")));
            case "test" -> tested(to, place, operation.field("value"));
            default -> throw RefusedException.badRequest("no operation of a JSON patch: " + operation.text("op"));
        };
    }

    private static JsonValue tested(JsonValue to, List<String> place, JsonValue expected) {
        if (!at(to, place).equals(expected)) {
            throw RefusedException.invalid("testing value /" + String.join("/", place) + " failed: test failed");
        }
        return to;
    }

    private static JsonValue replaced(JsonValue to, List<String> place, JsonValue value) {
        at(to, place);
        return place.isEmpty() ? value : with(without(to, place), place, value);
    }

    private static JsonValue at(JsonValue value, List<String> place) {
        JsonValue found = value;
        for (String step : place) {
            found = child(found, step).orElseThrow(() -> missing(place));
        }
        return found;
    }

    private static Optional<JsonValue> child(JsonValue value, String step) {
        if (value instanceof JsonObject object) {
            return object.get(step);
        }
        if (value instanceof JsonArray array) {
            int index = index(step, array.items().size() - 1);
            return Optional.of(array.items().get(index));
        }
        return Optional.empty();
    }

    private static RefusedException missing(List<String> place) {
        return RefusedException.invalid(
                "the server rejected our request due to an error in our request: nothing is at /"
                        + String.join("/", place));
    }

    private static int index(String step, int last) {
        boolean isNumber = !step.isEmpty() && step.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!isNumber || Long.parseLong(step.substring(0, Math.min(step.length(), 9))) > last || last < 0) {
            throw missing(List.of(step));
        }
        return Integer.parseInt(step);
    }

    private static JsonValue with(JsonValue to, List<String> place, JsonValue value) {
        if (place.isEmpty()) {
            return value;
        }
        String step = place.get(0);
        if (place.size() > 1) {
            List<String> rest = place.subList(1, place.size());
            return replacing(to, step, with(child(to, step).orElseThrow(() -> missing(place)), rest, value));
        }
        if (to instanceof JsonObject object) {
            return object.with(step, value);
        }
        if (to instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>(array.items());
            items.add(step.equals(END) ? items.size() : index(step, items.size()), value);
            return new JsonArray(items);
        }
        throw missing(place);
    }

    private static JsonValue replacing(JsonValue in, String step, JsonValue value) {
        if (in instanceof JsonObject object) {
            return object.with(step, value);
        }
        List<JsonValue> items = new ArrayList<>(((JsonArray) in).items());
        items.set(index(step, items.size() - 1), value);
        return new JsonArray(items);
    }

    private static JsonValue without(JsonValue from, List<String> place) {
        if (place.isEmpty()) {
            throw missing(place);
        }
        String step = place.get(0);
        JsonValue found = child(from, step).orElseThrow(() -> missing(place));
        if (place.size() > 1) {
            return replacing(from, step, without(found, place.subList(1, place.size())));
        }
        if (from instanceof JsonObject object) {
            return object.without(step);
        }
        List<JsonValue> items = new ArrayList<>(((JsonArray) from).items());
        items.remove(index(step, items.size() - 1));
        return new JsonArray(items);
    }
}
