package io.mooring.yaml;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.write.FieldOrder;
import io.mooring.yaml.write.JsonWriter;
import io.mooring.yaml.write.YamlWriter;
import java.util.List;

/**
 * Reads manifests and writes them.
 *
 * <pre>{@code
 * Reading reading = Manifests.read(text);
 * List<KubernetesObject> objects = reading.objects();
 * reading.problems().forEach(problem -> System.err.println(problem.text()));
 * String yaml = Manifests.write(objects);
 * }</pre>
 *
 * <p>Reading is strict, as the API server is with {@code fieldValidation=Strict}: an unknown field, a key that stands twice
 * and a value of the wrong type are problems. It throws nothing, however hostile the text; {@link Reading#orThrow()} throws
 * a {@link ManifestException} with all problems.
 */
public final class Manifests {
    private Manifests() {}

    /** A reader with the default limits. */
    public static ManifestReader reader() {
        return ManifestReader.DEFAULT;
    }

    /** Reads all documents of a YAML text; JSON is YAML too. */
    public static Reading read(String text) {
        return reader().read(text);
    }

    /** Reads several sources, one after the other; see {@link ManifestReader#read(Iterable)}. */
    public static Reading read(Iterable<Source> sources) {
        return reader().read(sources);
    }

    /** Reads JSON as the API server reads JSON: numbers stay as they are written. */
    public static Reading readJson(String text) {
        return reader().readJson(text);
    }

    /**
     * Reads one JSON value with nothing interpreted: a patch, a list, an object of any kind. What follows it is not looked at;
     * without a value it is null.
     *
     * @throws ManifestException if it is not JSON, or beyond the limits
     */
    public static JsonValue readTreeJson(String text) {
        return new TreeRun(Limits.DEFAULT).read(Source.json("", text));
    }

    /**
     * Reads the first document of a YAML text with nothing interpreted; see {@link #readTreeJson}.
     *
     * @throws ManifestException if it is not YAML, or beyond the limits
     */
    public static JsonValue readTree(String text) {
        return new TreeRun(Limits.DEFAULT).read(Source.yaml("", text));
    }

    /**
     * Writes objects as YAML, a document each; fields come in alphabetical order, as kubectl prints them. A text is in
     * quotes wherever some reader of YAML 1.1 or 1.2 might take it for something else.
     */
    public static String write(List<? extends KubernetesObject> objects) {
        return YamlWriter.write(trees(objects));
    }

    /** Writes an object as YAML. */
    public static String write(KubernetesObject object) {
        return write(List.of(object));
    }

    /** Writes objects as JSON: one as itself, none or several as the items of a {@code kind: List}. */
    public static String writeJson(List<? extends KubernetesObject> objects) {
        return JsonWriter.write(trees(objects));
    }

    /** Writes an object as JSON. */
    public static String writeJson(KubernetesObject object) {
        return writeJson(List.of(object));
    }

    /**
     * Writes trees as the items of a {@code kind: List} of YAML, as kubectl does.
     *
     * @param resourceVersion of the list
     */
    public static String writeList(List<JsonObject> trees, String resourceVersion) {
        return YamlWriter.write(List.of(JsonObject.builder()
                .put("apiVersion", "v1")
                .put("items", new JsonArray(List.copyOf(trees)))
                .put("kind", "List")
                .put("metadata", JsonObject.of("resourceVersion", new JsonString(resourceVersion)))
                .build()));
    }

    /** Writes a tree as YAML, its fields in its own order. */
    public static String writeTree(JsonObject tree) {
        return YamlWriter.write(List.of(tree), FieldOrder.OF_THE_TREE);
    }

    /** Writes a tree as indented JSON, its fields in its own order. */
    public static String writeTreeJson(JsonObject tree) {
        return JsonWriter.write(tree, FieldOrder.OF_THE_TREE);
    }

    private static List<JsonObject> trees(List<? extends KubernetesObject> objects) {
        return objects.stream().map(Objects::write).toList();
    }
}
