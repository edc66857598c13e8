package io.mooring.testkit.story;

import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Objects as YAML with as few lines as stay readable: what fits a line stands in one. */
final class CompactYaml {
    private static final int WIDTH = 110;
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z/][a-zA-Z0-9._/-]*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|Ei|m|k|M|G|T|P)");

    /** What some reader of YAML takes for no text; in small letters. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata");

    private CompactYaml() {}

    static String of(KubernetesObject object) {
        JsonObject whole = (JsonObject) Manifests.readTreeJson(Manifests.writeJson(object));
        JsonObject tree = inOrder((JsonObject) withoutWhatSaysNothing(whole, Function.identity(), object));
        StringBuilder out = new StringBuilder();
        append(tree, "", out);
        return out.toString();
    }

    /** As people write manifests: what it is and its name first. */
    private static JsonObject inOrder(JsonObject tree) {
        JsonObject.Builder ordered = JsonObject.builder();
        FIRST.forEach(name -> tree.get(name).ifPresent(value -> ordered.put(name, value)));
        tree.fields().forEach((name, value) -> {
            if (!FIRST.contains(name)) {
                ordered.put(name, value);
            }
        });
        return ordered.build();
    }

    /**
     * Without the empty structures, and the zeros of a status, without which it is read as the same object.
     *
     * @param whole the whole tree with another part in the place of this one
     */
    private static JsonValue withoutWhatSaysNothing(
            JsonValue part, Function<JsonValue, JsonValue> whole, KubernetesObject object) {
        if (part instanceof JsonObject fields) {
            return fieldsThatSaySomething(fields, whole, object);
        }
        if (!(part instanceof JsonArray array)) {
            return part;
        }
        List<JsonValue> items = new ArrayList<>(array.items());
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            Function<JsonValue, JsonValue> within = item -> {
                List<JsonValue> changed = new ArrayList<>(items);
                changed.set(place, item);
                return whole.apply(new JsonArray(changed));
            };
            items.set(i, withoutWhatSaysNothing(items.get(i), within, object));
        }
        return new JsonArray(items);
    }

    private static JsonObject fieldsThatSaySomething(
            JsonObject fields, Function<JsonValue, JsonValue> whole, KubernetesObject object) {
        JsonObject left = fields;
        for (Map.Entry<String, JsonValue> field : fields.fields().entrySet()) {
            String name = field.getKey();
            JsonObject now = left;
            JsonValue shorter =
                    withoutWhatSaysNothing(field.getValue(), value -> whole.apply(now.with(name, value)), object);
            left = mayBeNothing(shorter) && isRead(whole.apply(now.without(name)), object)
                    ? now.without(name)
                    : now.with(name, shorter);
        }
        return left;
    }

    private static boolean mayBeNothing(JsonValue value) {
        return value instanceof JsonObject object
                && object.fields().values().stream().allMatch(JsonNumber.of(0)::equals);
    }

    private static boolean isRead(JsonValue tree, KubernetesObject object) {
        Reading reading = Manifests.readJson(tree.toJson());
        return reading.isClean() && reading.objects().equals(List.of(object));
    }

    private static void append(JsonObject object, String indent, StringBuilder out) {
        for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
            append(indent + scalar(field.getKey()) + ":", field.getValue(), indent + "  ", out);
        }
    }

    private static void append(String start, JsonValue value, String indent, StringBuilder out) {
        String line = start + " " + flow(value);
        if (line.length() <= WIDTH) {
            out.append(line).append('\n');
        } else if (value instanceof JsonObject object) {
            out.append(start).append('\n');
            append(object, indent, out);
        } else if (value instanceof JsonArray array) {
            out.append(start).append('\n');
            for (JsonValue item : array.items()) {
                appendItem(item, indent, out);
            }
        } else {
            out.append(line).append('\n');
        }
    }

    /** The first field stands beside the dash. */
    private static void appendItem(JsonValue item, String indent, StringBuilder out) {
        String line = indent + "- " + flow(item);
        if (line.length() <= WIDTH || !(item instanceof JsonObject object)) {
            out.append(line).append('\n');
            return;
        }
        StringBuilder fields = new StringBuilder();
        append(object, indent + "  ", fields);
        out.append(indent).append("- ").append(fields.substring(indent.length() + 2));
    }

    private static String flow(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.fields().entrySet().stream()
                    .map(field -> scalar(field.getKey()) + ": " + flow(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return items(array.items());
        }
        return value instanceof JsonString text ? scalar(text.value()) : value.toJson();
    }

    private static String items(List<JsonValue> items) {
        return items.stream().map(CompactYaml::flow).collect(Collectors.joining(", ", "[", "]"));
    }

    /** JSON is YAML too. */
    private static String scalar(String text) {
        boolean isPlain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return isPlain || AMOUNT.matcher(text).matches() ? text : new JsonString(text).toJson();
    }
}
