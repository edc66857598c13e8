package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordsTest {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");

    /** Files that do not agree as a whole so far. */
    private static final Set<String> NOT_YET = Set.of("chance", "scenarios");

    @TestFactory
    Stream<DynamicTest> agreesWithTheControlPlane() throws IOException {
        return RecordFile.in(RECORDS).stream()
                .filter(file -> Players.of(file.name()).isPresent())
                .filter(file -> !NOT_YET.contains(file.name()))
                .map(file -> dynamicTest(file.name(), () -> assertAgrees(file)));
    }

    private static void assertAgrees(RecordFile file) throws IOException {
        Outcome outcome = file.replay(Players.of(file.name()).orElseThrow());
        assertThat(outcome.firstDifferences()).isEmpty();
        assertThat(outcome.agree()).isPositive();
    }
}
