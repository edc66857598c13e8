package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.release.Semantics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The recorded answers, by what they are about: each sort is a test class of its own, which can be run alone. */
enum Recorded {
    /** What is decided about values, without a cluster. */
    VALUES("(quantity-.*|selector|match|yaml)"),
    /** Whether an object may exist. */
    ADMISSION("admission-.*"),
    /** What becomes of a cluster. */
    CLUSTERS("(?!quantity-|selector|match|yaml|admission-).*");

    /** From the folder of whichever module runs the tests. */
    static final Path FOLDER = Path.of("..", "conformance", "src", "test", "resources", "records");

    private static final Map<RecordFile, List<String>> LINES = new ConcurrentHashMap<>();

    private final String names;

    Recorded(String names) {
        this.names = names;
    }

    /** One test a file. */
    Stream<DynamicTest> agree() throws IOException {
        return files().map(file -> dynamicTest(file.shown(), () -> assertAgrees(file)));
    }

    /** One test for so many records: PIT asks only those that reach what it changed, and stops at the first that fails. */
    Stream<DynamicTest> agreeInSlices(int size) throws IOException {
        return files().flatMap(file -> slices(file, size));
    }

    private Stream<RecordFile> files() throws IOException {
        return RecordFile.in(FOLDER).stream().filter(file -> file.name().matches(names));
    }

    private static Stream<DynamicTest> slices(RecordFile file, int size) {
        List<String> lines = LINES.computeIfAbsent(file, RecordFile::lines);
        return IntStream.iterate(0, from -> from < lines.size(), from -> from + size)
                .mapToObj(from -> slice(file, from, lines.subList(from, Math.min(from + size, lines.size()))));
    }

    private static DynamicTest slice(RecordFile file, int from, List<String> lines) {
        return dynamicTest(file.shown() + " from " + (from + 1), () -> {
            Player player = Players.of(file).orElseThrow();
            assertThat(lines)
                    .allSatisfy(
                            line -> assertThat(RecordFile.play(player, line)).isEmpty());
        });
    }

    private static void assertAgrees(RecordFile file) throws IOException {
        Player player = Players.of(file).orElseThrow();
        ReplayResult outcome = file.replay(player);
        assertThat(outcome.firstDifferences()).isEmpty();
        assertThat(outcome.agree()).isPositive();
        if (file.semantics().equals(Semantics.DEFAULT)) {
            assertThat(player.chance()).isEmpty();
        }
    }
}
