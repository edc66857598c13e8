package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs with little memory: see the module's build. */
class HostileTest {
    private static final Path FILES = Path.of("src", "test", "resources", "hostile");
    private static final int MOST_PRINTED = 2 << 20;

    @TestFactory
    Stream<DynamicTest> refusesHugeYamlWithNothingButTheDocumentedException() {
        return HostileTexts.yaml().entrySet().stream()
                .map(text -> dynamicTest(
                        text.getKey(),
                        () -> assertHarmless(
                                () -> Manifests.read(text.getValue().get()))));
    }

    @TestFactory
    Stream<DynamicTest> refusesHugeJsonWithNothingButTheDocumentedException() {
        return HostileTexts.json().entrySet().stream()
                .map(text -> dynamicTest(
                        text.getKey(),
                        () -> assertHarmless(
                                () -> Manifests.readJson(text.getValue().get()))));
    }

    @TestFactory
    Stream<DynamicTest> refusesSmallFilesWithNothingButTheDocumentedException() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<Path> all = files.sorted().toList();
            return all.stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> assertHarmless(sources(file))));
        }
    }

    @Test
    void readsAllSmallFilesInOneReading() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<Source> all = sources(files.sorted().toArray(Path[]::new));
            assertHarmless(all);
        }
    }

    private static List<Source> sources(Path... files) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Source.file(file.toString(), Files.readAllBytes(file)));
        }
        return sources;
    }

    private static void assertHarmless(List<Source> sources) {
        assertHarmless(() -> Manifests.read(sources));
    }

    private static void assertHarmless(Supplier<Reading> read) {
        Reading reading = read.get();
        assertThat(reading.problemText().length()).isLessThan(MOST_PRINTED);
        if (reading.isClean()) {
            assertThat(reading.orThrow()).isEqualTo(reading.all());
        } else {
            assertThat(catchThrowable(reading::orThrow)).isExactlyInstanceOf(ManifestException.class);
        }
    }
}
