package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * JSON is YAML too, and is read there by way of nodes, for the sake of anchors and merge keys. Read as JSON it is built at once: of the same
 * text both give the same objects, trees, problems and positions, also where fields stand twice.
 */
class JsonAsYamlLawsTest {
    private static int duplicates;
    private static int many;

    @Property(tries = 500)
    void bothReadersReadTheSame(@ForAll("texts") String text) {
        Reading json = Manifests.readJson(text);
        Reading yaml = Manifests.read(text);

        assertThat(json.problemText()).isEqualTo(yaml.problemText());
        assertThat(json.all().stream().map(Manifest::object))
                .containsExactlyElementsOf(
                        yaml.all().stream().map(Manifest::object).toList());
        for (int i = 0; i < json.all().size(); i++) {
            assertSamePlaces(json.all().get(i), yaml.all().get(i));
        }
        duplicates += json.problems().stream().anyMatch(Problem.DuplicateKey.class::isInstance) ? 1 : 0;
        many += json.all().stream().anyMatch(manifest -> isLarge(manifest.tree())) ? 1 : 0;
    }

    @AfterContainer
    static void sawDuplicatesAndLargeObjects() {
        assertThat(duplicates).isGreaterThan(50);
        assertThat(many).isGreaterThan(10);
    }

    private static boolean isLarge(JsonValue value) {
        return value instanceof JsonObject object
                && (object.fields().size() > 16
                        || object.fields().values().stream().anyMatch(JsonAsYamlLawsTest::isLarge));
    }

    private static void assertSamePlaces(Manifest one, Manifest other) {
        assertThat(one.tree()).isEqualTo(other.tree());
        assertThat(one.tree().toJson()).isEqualTo(other.tree().toJson());
        assertThat(one.isFlawed()).isEqualTo(other.isFlawed());
        for (FieldPath path : paths(one.tree(), FieldPath.ROOT)) {
            assertThat(one.positions().exact(path))
                    .as(path.toString())
                    .isEqualTo(other.positions().exact(path));
            assertThat(one.positions().nearest(path.child("none")))
                    .as(path.toString())
                    .isEqualTo(other.positions().nearest(path.child("none")));
        }
    }

    private static List<FieldPath> paths(JsonValue value, FieldPath path) {
        List<FieldPath> paths = new ArrayList<>(List.of(path));
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
                paths.addAll(paths(field.getValue(), path.child(field.getKey())));
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                paths.addAll(paths(array.items().get(i), path.index(i)));
            }
        }
        return paths;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> kinds = Arbitraries.of("ConfigMap", "PersistentVolumeClaim", "Other");
        return kinds.flatMap(kind -> values(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> all.stream()
                        .map(value -> "{\"apiVersion\": \"v1\",\n \"kind\": \"" + kind
                                + "\",\n \"metadata\": {\"name\": \"a\"},\n" + " \"spec\": " + value + "}")
                        .collect(Collectors.joining(
                                ",\n", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n", "\n]}"))));
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> scalars =
                Arbitraries.of("null", "true", "false", "0", "-12", "\"\"", "\"text\"", "\"1Gi\"", "\"true\"");
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> inner = values(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(1, scalars),
                Tuple.of(2, list(inner)),
                Tuple.of(4, object(inner, 5, "abcd")),
                Tuple.of(3, object(scalars, 60, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")));
    }

    private static Arbitrary<String> list(Arbitrary<String> items) {
        return items.list().ofMaxSize(3).map(all -> "[" + String.join(", ", all) + "]");
    }

    private static Arbitrary<String> object(Arbitrary<String> values, int most, String names) {
        Arbitrary<String> field = Arbitraries.of(
                        names.chars().mapToObj(Character::toString).toList())
                .flatMap(name -> values.map(value -> "\"" + name + "\": " + value));
        return field.list().ofMaxSize(most).map(all -> "{" + String.join(",\n  ", all) + "}");
    }
}
