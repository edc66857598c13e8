package io.mooring.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads manifests and writes them.
 *
 * <pre>{@code
 * List<KubernetesObject> objects = Manifests.read(Path.of("volumes")).orThrow().stream().map(Manifest::object).toList();
 * String yaml = Manifests.write(objects);
 * }</pre>
 *
 * <p>Reading is strict: an unknown field, a field that is there twice, a value of the wrong type, all are problems, and
 * {@link Reading#orThrow()} throws {@link ManifestException} with all of them. Reading itself throws nothing: not for
 * hostile text, and not for files that cannot be read.
 */
public final class Manifests {
    private Manifests() {}

    /** A strict reader with the default limits; it can be changed. */
    public static ManifestReader reader() {
        return ManifestReader.STRICT;
    }

    /** Reads YAML, and so JSON: all documents of the text. */
    public static Reading read(String text) {
        return reader().read(text);
    }

    /** Reads a file or a folder; see {@link ManifestReader#read(Path)}. */
    public static Reading read(Path path) {
        return reader().read(path);
    }

    /** Reads JSON as the API server reads JSON. */
    public static Reading readJson(String text) {
        return reader().readJson(text);
    }

    /** Reads a tree of Jackson's. */
    public static Reading read(JsonNode tree) {
        return reader().read(tree);
    }

    /**
     * Writes objects as YAML, a document each. Text is in quotes wherever any reader of YAML 1.1 or 1.2 might take it for
     * something else.
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

    /** The object as a tree of Jackson's. */
    public static JsonNode toJsonNode(KubernetesObject object) {
        return JsonNodes.toJackson(tree(object));
    }

    private static List<JsonObject> trees(List<? extends KubernetesObject> objects) {
        return objects.stream().map(Manifests::tree).toList();
    }

    private static JsonObject tree(KubernetesObject object) {
        return object.kind().write(object);
    }
}
