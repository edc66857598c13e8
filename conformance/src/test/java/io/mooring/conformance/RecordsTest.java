package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordsTest {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");

    @TestFactory
    Stream<DynamicTest> agreesWithTheControlPlane() throws IOException {
        return RecordFile.in(RECORDS).stream().map(file -> dynamicTest(file.name(), () -> assertAgrees(file)));
    }

    @Test
    void everyPlayerHasItsFile() throws IOException {
        assertThat(RecordFile.in(RECORDS))
                .extracting(RecordFile::name)
                .containsExactlyInAnyOrderElementsOf(
                        Players.ALL.stream().map(Player::file).toList());
    }

    private static void assertAgrees(RecordFile file) throws IOException {
        Outcome outcome = file.replay(Players.of(file).orElseThrow());
        assertThat(outcome.firstDifferences()).isEmpty();
        assertThat(outcome.agree()).isPositive();
    }
}
