package io.mooring.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline on the runner that is in this JVM. */
class FleetTest {
    @TempDir
    Path folder;

    @Test
    void aLineForEachObjectThatIsNotFineAndForEachDumpThatCannotBeRead() throws IOException {
        Path dumps = Files.createDirectory(folder.resolve("dumps"));
        for (int seed = 0; seed < 3; seed++) {
            Files.writeString(dumps.resolve("shop-" + seed + ".yaml"), GeneratedDumps.dump(seed, 100));
        }
        Files.writeString(dumps.resolve("broken.yaml"), "apiVersion: v1\nkind: [\n");
        Files.writeString(dumps.resolve("empty.yaml"), "");

        run(dumps + "/*.yaml");

        List<String> lines = lines("objects");
        assertThat(lines)
                .filteredOn(line -> line.contains("\"cluster\":\"shop-"))
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.contains("PersistentVolumeClaim shop-"))
                .allMatch(line -> line.contains("waits until something changes"));
        assertThat(lines)
                .filteredOn(line -> line.contains("\"cluster\":\"broken\""))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"code\":\"unreadable\""));
        assertThat(lines).hasSize(total(lines("codes")));
    }

    private void run(String pattern) {
        Fleet.of(PipelineOptionsFactory.fromArgs("--dumps=" + pattern, "--output=" + folder.resolve("out"))
                        .withValidation()
                        .as(FleetOptions.class))
                .run()
                .waitUntilFinish();
    }

    private List<String> lines(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .flatMap(FleetTest::linesOf)
                    .toList();
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int total(List<String> counts) {
        return counts.stream()
                .mapToInt(line -> Integer.parseInt(line.replaceAll(".*\"objects\":(\\d+).*", "$1")))
                .sum();
    }
}
