package io.mooring.testkit.story;

import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> WRITTEN_EMPTY = Set.of("resources", "status", "spec", "updateStrategy");

    private CompactYaml() {}

    static String of(KubernetesObject object) {
        JsonObject tree = Manifests.read(Manifests.write(object)).all().get(0).tree();
        StringBuilder out = new StringBuilder();
        append(inOrder(tree), "", out);
        return out.toString();
    }

    /** As people write manifests: what it is and its name first, and nothing that is as if it were not there. */
    private static JsonObject inOrder(JsonObject tree) {
        JsonObject.Builder ordered = JsonObject.builder();
        FIRST.forEach(name -> tree.get(name).ifPresent(value -> ordered.put(name, value)));
        tree.fields().forEach((name, value) -> {
            if (!FIRST.contains(name) && !(name.equals("status") && saysNothing(value))) {
                ordered.put(name, value);
            }
        });
        return (JsonObject) withoutDefaults(ordered.build());
    }

    private static boolean saysNothing(JsonValue status) {
        return ((JsonObject) status).fields().values().stream().allMatch(JsonNumber.of(0)::equals);
    }

    /** The writer writes some structures although nothing is in them. */
    private static JsonValue withoutDefaults(JsonValue value) {
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.items().stream().map(CompactYaml::withoutDefaults).toList());
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder left = JsonObject.builder();
        object.fields().forEach((name, field) -> {
            if (!(WRITTEN_EMPTY.contains(name) && field.equals(JsonObject.EMPTY))) {
                left.put(name, withoutDefaults(field));
            }
        });
        return left.build();
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
