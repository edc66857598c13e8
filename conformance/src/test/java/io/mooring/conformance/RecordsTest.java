package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.release.Behaviour;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordsTest {
    private static final Path RECORDS = Recorded.FOLDER;

    @TestFactory
    Stream<DynamicTest> agreesWithTheControlPlane() throws IOException {
        return Recorded.CLUSTERS.agree();
    }

    @Test
    void everyPlayerHasItsFile() throws IOException {
        Set<String> files =
                RecordFile.in(RECORDS).stream().map(RecordFile::name).collect(Collectors.toSet());
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(Players.all(Semantics.DEFAULT).stream()
                        .map(Player::file)
                        .toList());
    }

    @Test
    void aFolderNamesTheReleaseThatAnswered() {
        RecordFile older = new RecordFile(RECORDS.resolve("v1.35").resolve("scenarios.jsonl.gz"), "");
        RecordFile current = new RecordFile(RECORDS.resolve("scenarios.jsonl.gz"), "");

        Semantics asked = Semantics.of(Release.parse("1.35"));
        assertThat(Behaviour.values())
                .allSatisfy(row -> assertThat(older.semantics().has(row))
                        .isEqualTo((row.gate().isEmpty() ? Semantics.DEFAULT : asked).has(row)));
        assertThat(current.semantics()).isEqualTo(Semantics.DEFAULT);
    }

    /** Both where it holds and where it does not there is an answer that would be another one if it were switched. */
    @TestFactory
    Stream<DynamicTest> recordsTellBothSidesOfEachRowApart() {
        return Stream.of(Behaviour.values())
                .filter(row -> row.evidence() == Behaviour.Evidence.RECORD)
                .map(row -> dynamicTest(row.name(), () -> {
                    assertThat(RecordFile.in(RECORDS)).anyMatch(tellsApart(row, true));
                    assertThat(RecordFile.in(RECORDS)).anyMatch(tellsApart(row, false));
                }));
    }

    private static Predicate<RecordFile> tellsApart(Behaviour row, boolean isOn) {
        return file -> file.semantics().has(row) == isOn
                && differences(file, file.semantics().with(row, !isOn)) > 0;
    }

    private static long differences(RecordFile file, Semantics semantics) {
        try {
            return file.replay(Players.of(file, semantics).orElseThrow()).differ();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
