package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.release.Semantics;
import java.io.IOException;
import java.nio.file.Path;
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

    private final String names;

    Recorded(String names) {
        this.names = names;
    }

    /** One test a file. */
    Stream<DynamicTest> agree() throws IOException {
        return RecordFile.in(FOLDER).stream()
                .filter(file -> file.name().matches(names))
                .map(file -> dynamicTest(file.shown(), () -> assertAgrees(file)));
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
