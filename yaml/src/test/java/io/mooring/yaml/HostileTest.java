package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.meta.KubernetesObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every hostile text is read or refused, printed, and written back within a second of processor time, and with little memory:
 * see the module's build. The bound is a multiple of that, for slower machines; the worst is printed.
 */
class HostileTest {
    private static final Duration MOST = Duration.ofSeconds(3);
    private static final Cost COST = new Cost();
    private static final Path FILES = Path.of("src", "test", "resources", "hostile");
    private static final int MOST_PRINTED = 2 << 20;
    /** Of one object, as text: a beginning of whatever is long, in each of its fields. */
    private static final int MOST_TEXT = 1 << 20;
    /** With defaults filled in, and indented. */
    private static final int MOST_WRITTEN = 2 * Limits.DEFAULT.writtenLength();

    @AfterAll
    static void printsTheWorst() {
        System.out.println("Hostile texts, " + COST);
    }

    @TestFactory
    Stream<DynamicTest> refusesHugeYamlWithNothingButTheDocumentedException() {
        return HostileTexts.yaml().entrySet().stream()
                .map(text -> dynamicTest(text.getKey(), () -> {
                    String yaml = text.getValue().get();
                    assertHarmless(text.getKey(), () -> Manifests.read(yaml));
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesHugeJsonWithNothingButTheDocumentedException() {
        return HostileTexts.json().entrySet().stream()
                .map(text -> dynamicTest(text.getKey(), () -> {
                    String json = text.getValue().get();
                    assertHarmless(text.getKey(), () -> Manifests.readJson(json));
                }));
    }

    /** Limits for dumps allow much more, but not of what aliases repeat or what is parsed again. */
    @TestFactory
    Stream<DynamicTest> takesNoMoreThanThatOfRepeatsUnderTheLimitsOfDumps() {
        return Stream.of(
                        "binary, often",
                        "a long kind of many items",
                        "words with colons in many documents",
                        "a long tag, often")
                .map(name -> dynamicTest(name, () -> {
                    String yaml = Objects.requireNonNull(HostileTexts.yaml().get(name))
                            .get();
                    ManifestReader reader = Manifests.reader().withLimits(Limits.OF_DUMPS);
                    assertHarmless(name + " in a dump", () -> reader.read(yaml));
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesSmallFilesWithNothingButTheDocumentedException() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<Path> all = files.sorted().toList();
            return all.stream()
                    .map(file -> dynamicTest(
                            file.getFileName().toString(),
                            () -> assertHarmless(file.getFileName().toString(), sources(file))));
        }
    }

    @Test
    void readsAllSmallFilesInOneReading() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<Source> all = sources(files.sorted().toArray(Path[]::new));
            assertHarmless("all small files", all);
        }
    }

    private static List<Source> sources(Path... files) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Source.file(file.toString(), Files.readAllBytes(file)));
        }
        return sources;
    }

    private static void assertHarmless(String name, List<Source> sources) {
        assertHarmless(name, () -> Manifests.read(sources));
    }

    private static void assertHarmless(String name, Supplier<Reading> read) {
        Reading reading = COST.of(name, MOST, read);
        COST.heapAfter(name);
        assertThat(COST.of(name + ", printed", MOST, reading::problemText).length())
                .isLessThan(MOST_PRINTED);
        assertWritable(name, reading);
        assertThat(COST.of(name + ", as text", MOST, () -> longest(reading))).isLessThan(MOST_TEXT);
        assertThat(COST.of(name + ", admitted", MOST, () -> admitted(reading))).isLessThan(MOST_WRITTEN);
        if (reading.isClean()) {
            assertThat(reading.orThrow()).isEqualTo(reading.all());
        } else {
            assertThat(catchThrowable(reading::orThrow)).isExactlyInstanceOf(ManifestException.class);
        }
    }

    /** Of whatever somebody may print who looks for a fault. */
    private static int longest(Reading reading) {
        return Stream.concat(Stream.of(reading), reading.all().stream().map(Manifest::object))
                .mapToInt(value -> value.toString().length())
                .max()
                .orElseThrow();
    }

    /** Whether each may exist, as text: a refusal quotes what it is about. */
    private static int admitted(Reading reading) {
        return reading.all().stream()
                .map(manifest -> Admission.create(manifest.object(), AdmissionWorld.of(List.of())))
                .mapToInt(verdict -> verdict.toString().length())
                .sum();
    }

    private static void assertWritable(String name, Reading reading) {
        List<KubernetesObject> objects =
                reading.all().stream().<KubernetesObject>map(Manifest::object).toList();
        assertThat(COST.of(name + ", written", MOST, () -> Manifests.write(objects))
                        .length())
                .isLessThan(MOST_WRITTEN);
        assertThat(COST.of(name + ", written as JSON", MOST, () -> Manifests.writeJson(objects))
                        .length())
                .isLessThan(MOST_WRITTEN);
        assertThat(COST.of(name + ", shown", MOST, () -> length(reading.problems())))
                .isLessThan(MOST_WRITTEN);
    }

    private static int length(List<Problem> problems) {
        return problems.stream()
                .mapToInt(problem -> problem.toString().length())
                .sum();
    }
}
