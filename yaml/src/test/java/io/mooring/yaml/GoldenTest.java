package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code NAME.input.yaml} reads and is written as {@code NAME.expected.yaml}, or has the problems of {@code NAME.problems.txt}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String INPUT = ".input.yaml";

    @TestFactory
    Stream<DynamicTest> readsAsExpected() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(INPUT))
                    .map(name -> name.substring(0, name.length() - INPUT.length()))
                    .sorted()
                    .toList();
            return names.stream().map(name -> dynamicTest(name, () -> assertGolden(name)));
        }
    }

    private static void assertGolden(String name) throws IOException {
        Reading reading = Manifests.reader().read(Source.yaml(name, Files.readString(FOLDER.resolve(name + INPUT))));
        Path problems = FOLDER.resolve(name + ".problems.txt");
        if (Files.exists(problems)) {
            assertThat(reading.problemText() + "\n").isEqualTo(Files.readString(problems));
        } else {
            assertThat(reading.problemText()).isEmpty();
            assertThat(Manifests.write(reading.objects()))
                    .isEqualTo(Files.readString(FOLDER.resolve(name + ".expected.yaml")));
        }
    }
}
