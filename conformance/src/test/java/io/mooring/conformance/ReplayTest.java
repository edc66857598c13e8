package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String AGREEING =
            "{\"a\":\"1\",\"b\":\"2\",\"cmp\":-1,\"add\":\"3\",\"addFormat\":\"DecimalSI\",\"sub\":\"-1\",\"subFormat\":\"DecimalSI\"}\n";
    private static final String DIFFERING = AGREEING.replace("\"3\"", "\"4\"");
    private static final String THROWING = AGREEING.replace("\"1\",\"b\"", "\"x\",\"b\"");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void countsWhatAgrees() throws IOException {
        write("quantity-pairs", AGREEING.repeat(3));

        assertThat(replay()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("quantity-pairs.jsonl.gz agree 3 differ 0\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void showsTheFirstTenDifferencesWithBothAnswers() throws IOException {
        write("quantity-pairs", AGREEING + DIFFERING.repeat(12));

        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("quantity-pairs.jsonl.gz agree 1 differ 12\n");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(30)
                .startsWith("quantity-pairs.jsonl.gz:2 " + DIFFERING.strip())
                .anyMatch(line -> line.startsWith("  expected ") && line.contains("\"add\":\"4\""))
                .anyMatch(line -> line.startsWith("  ours     ") && line.contains("\"add\":\"3\""));
    }

    @Test
    void countsAnUnexpectedExceptionAsDifference() throws IOException {
        write("quantity-pairs", THROWING);

        assertThat(replay()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("QuantityFormatException");
    }

    @Test
    void namesFilesWithoutPlayerAndFails() throws IOException {
        write("tides", AGREEING);

        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("tides.jsonl.gz skipped: no player\n");
    }

    @Test
    void asksForTheReleaseThatASubfolderNames() throws IOException {
        copy("admission-create");
        copy("v1.36/admission-create");

        assertThat(replay()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("admission-create.jsonl.gz ") && !line.endsWith(" differ 0"))
                .anyMatch(line -> line.startsWith("v1.36/admission-create.jsonl.gz ") && line.endsWith(" differ 0"));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("maxUnavailable")
                .doesNotContain("v1.36/");
    }

    @Test
    void refusesAFolderOfAReleaseThatIsNotKnown() throws IOException {
        copy("v1.12/admission-create");

        assertThatThrownBy(this::replay)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v1.34 to v1.37");
    }

    @Test
    void saysWhenThereIsNothingToReplay() throws IOException {
        assertThat(replay()).isEqualTo(2);
    }

    private int replay() throws IOException {
        return new Replay(print(out), print(err)).folder(folder);
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Answers of v1.36, under this name. */
    private void copy(String name) throws IOException {
        Path path = folder.resolve(name + ".jsonl.gz");
        Files.createDirectories(path.getParent());
        Files.copy(Path.of("src", "test", "resources", "records", "v1.36", "admission-create.jsonl.gz"), path);
    }

    private void write(String name, String lines) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".jsonl.gz")))) {
            file.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }
}
