package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that stands in a transcript gives what stands there; what it gives as JSON is as the schema says. */
class TranscriptsTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Path SCHEMA = Path.of("../docs/schema/mooring-v1.schema.json");

    private static final Pattern KIND = Pattern.compile("^  \"kind\" : \"(\\w+)\"", Pattern.MULTILINE);

    /** Writes what comes in place of comparing it: {@code -Dtranscripts=write}. */
    private static final boolean IS_WRITING = "write".equals(System.getProperty("transcripts"));

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void givesWhatStandsThere(Path file) throws IOException {
        String text = Transcript.replayed(file).text();
        if (IS_WRITING) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("-Dtranscripts=write writes what comes into " + file)
                .isEqualTo(Files.readString(file));
    }

    @Test
    void everyAnswerInJsonIsAsTheSchemaSays() throws IOException {
        Schema schema = schema();
        List<Transcript.Run> answers = answers();
        for (Transcript.Run run : answers) {
            List<Error> errors = schema.validate(run.out(), InputFormat.JSON);
            assertThat(errors).as(run.command()).isEmpty();
        }
        assertThat(kinds(answers))
                .isEqualTo(Set.of(
                        "Why",
                        "Fix",
                        "Check",
                        "Plan",
                        "Diff",
                        "Upgrade",
                        "Exploration",
                        "DataLoss",
                        "List",
                        "StatefulSet"));
    }

    @Test
    void theSchemaRefusesAnAnswerOfAnotherShape() throws IOException {
        String why = answers().stream()
                .map(Transcript.Run::out)
                .filter(out -> out.contains("\"kind\" : \"Why\"") && out.contains("\"outlook\""))
                .findFirst()
                .orElseThrow();
        assertThat(schema().validate(why.replaceFirst("\"outlook\"", "\"outlok\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }

    private static List<Transcript.Run> answers() throws IOException {
        return transcripts().stream()
                .flatMap(file -> Transcript.replayed(file).runs().stream())
                .filter(run -> run.command().contains("-o json") && run.code() < ExitCode.USAGE.number())
                .toList();
    }

    /** Each answer's own kind stands at its first level. */
    private static Set<String> kinds(List<Transcript.Run> answers) {
        return answers.stream()
                .map(run -> KIND.matcher(run.out()))
                .filter(Matcher::find)
                .map(kind -> kind.group(1))
                .collect(Collectors.toSet());
    }
}
