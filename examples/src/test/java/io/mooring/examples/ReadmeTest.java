package io.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the pages of {@code docs/library} show code that runs and output that comes. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyJavaBlockStandsInAnExampleOrInATest() throws IOException {
        String sources = all(Path.of("src/main/java"), ".java")
                + all(Path.of("../testkit/src/test/java/io/mooring/testkit/readme"), ".java")
                + all(Path.of("../testkit-fabric8/src/test/java"), ".java");
        assertThat(blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(flat(sources)).contains(flat(block)));
    }

    @Test
    void everyOutputBlockStandsInAGoldenFile() throws IOException {
        String outputs = all(Path.of("src/test/resources/outputs"), ".txt")
                + seenFromHere(all(Path.of("../cli/src/test/resources/transcripts"), ".txt"));
        assertThat(blocks(""))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(outputs).contains(seenFromHere(block)));
    }

    /** Pages are read, and commands given, where the README is; the mains run one folder further down. */
    private static String seenFromHere(String block) {
        return block.replace("examples/manifests/", "manifests/").strip();
    }

    /** Which a consumer builds with. */
    @Test
    void whatIsImportedBesideJqwikIsWhatASuiteImports() throws IOException {
        String suite = Files.readString(Path.of("../release/consumers/suite/pom.xml"));
        assertThat(blocks("xml").stream().filter(block -> block.contains("junit-bom")))
                .singleElement()
                .satisfies(block -> assertThat(flat(suite)).contains(flat(block)));
    }

    private static List<String> blocks(String language) throws IOException {
        String shown = Files.readString(Path.of("../README.md")) + all(Path.of("../docs/library"), ".md");
        return BLOCK.matcher(shown)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    /** Each page has a main, and names it with the command that runs it. */
    @Test
    void everyMainIsOnAPage() throws IOException {
        String shown = Files.readString(Path.of("../README.md")) + all(Path.of("../docs/library"), ".md");
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/mooring/examples"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("package")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(shown).contains("io/mooring/examples/" + name + ")"));
        }
    }

    /** Indentation and line breaks aside. */
    private static String flat(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static String all(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(ReadmeTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
