package io.mooring;

import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@code kustomization.yaml} names; nothing if it cannot be read.
 *
 * @param resources manifests, and folders with other kustomizations
 * @param patches files that are no manifests by themselves
 */
record KustomizationFile(List<String> resources, List<String> patches) {
    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final List<String> OF_RESOURCES = List.of("resources", "bases", "components");
    private static final List<String> OF_TEXTS =
            List.of("patchesStrategicMerge", "configurations", "transformers", "generators", "validators", "crds");
    private static final List<String> WITH_PATH = List.of("patches", "patchesJson6902", "replacements");
    private static final List<String> WITH_FILES = List.of("configMapGenerator", "secretGenerator");

    /** Longer ones are told of as any other is, and name nothing. */
    private static final int MOST_BYTES = 1 << 20;

    static boolean isName(Path file) {
        return NAMES.stream().anyMatch(name -> file.endsWith(name));
    }

    static KustomizationFile read(Path file) {
        return of(Manifests.reader()
                .asRequestFor(OtherObject.kindOf("kustomize.config.k8s.io/v1beta1", "Kustomization"), "default")
                .read(Content.ofNamed(file, MOST_BYTES).as(file.toString(), Source::file))
                .all()
                .stream()
                .map(Manifest::tree)
                .findFirst()
                .orElse(JsonObject.EMPTY));
    }

    private static KustomizationFile of(JsonObject tree) {
        return new KustomizationFile(
                OF_RESOURCES.stream()
                        .flatMap(field -> texts(items(tree, field)))
                        .filter(KustomizationFile::isPath)
                        .toList(),
                Stream.of(
                                OF_TEXTS.stream().flatMap(field -> texts(items(tree, field))),
                                WITH_PATH.stream()
                                        .flatMap(field -> objects(items(tree, field)))
                                        .flatMap(each -> texts(each.get("path").stream())),
                                WITH_FILES.stream()
                                        .flatMap(field -> objects(items(tree, field)))
                                        .flatMap(each -> texts(items(each, "files")))
                                        .map(KustomizationFile::withoutKey))
                        .flatMap(names -> names)
                        .filter(KustomizationFile::isPath)
                        .toList());
    }

    private static Stream<JsonValue> items(JsonObject tree, String field) {
        return tree
                .get(field)
                .filter(JsonArray.class::isInstance)
                .map(list -> ((JsonArray) list).items())
                .orElse(List.of())
                .stream();
    }

    private static Stream<String> texts(Stream<JsonValue> values) {
        return values.filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
    }

    private static Stream<JsonObject> objects(Stream<JsonValue> values) {
        return values.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** A generator's file may come with the key that it gets. */
    private static String withoutKey(String file) {
        return file.substring(file.indexOf('=') + 1);
    }

    /** A patch may stand where its file could. */
    private static boolean isPath(String text) {
        if (text.contains("\n")) {
            return false;
        }
        try {
            return !Path.of(text).isAbsolute();
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
