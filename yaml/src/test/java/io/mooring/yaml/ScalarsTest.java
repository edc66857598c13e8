package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table {@code scalars.txt} is what upstream's conversion of YAML to JSON answers. */
class ScalarsTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "scalars", "scalars.txt");
    private static final String REFUSED = "refused";
    private static final String OBJECT = "apiVersion: example.com/v1\nkind: Thing\n";

    @TestFactory
    Stream<DynamicTest> resolvesAsTheApiServerDoes() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line.split(" => ", -1))
                .map(row -> dynamicTest(row[0], () -> assertRow(row[0], row[1], row[2])));
    }

    private static void assertRow(String scalar, String value, String key) {
        assertThat(read("a: " + scalar + "\n")
                        .map(tree -> tree.get("a").orElseThrow().toJson()))
                .isEqualTo(value.equals(REFUSED) ? Optional.empty() : Optional.of(value));
        assertThat(read("? " + scalar + "\n: b\n")
                        .map(tree -> tree.without("apiVersion").without("kind").toJson()))
                .isEqualTo(key.equals(REFUSED) ? Optional.empty() : Optional.of("{" + key + ":\"b\"}"));
    }

    private static Optional<JsonObject> read(String text) {
        Reading reading = Manifests.read(OBJECT + text);
        return reading.isClean() ? Optional.of(((OtherObject) reading.objects().get(0)).content()) : Optional.empty();
    }
}
