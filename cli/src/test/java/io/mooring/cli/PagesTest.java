package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page shows of a terminal is what comes: its blocks {@code console} are transcripts. */
class PagesTest {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    /** Writes what comes in place of comparing it: {@code -Dtranscripts=write}. */
    private static final boolean IS_WRITING = "write".equals(System.getProperty("transcripts"));

    @ParameterizedTest
    @CsvSource({"../docs/questions.md, 30", "../docs/why.md, 11", "../docs/upgrade.md, 7"})
    void givesWhatThePageShows(String name, int examples) throws IOException {
        Path page = Path.of(name);
        String shown = Files.readString(page);
        String given = BLOCK.matcher(shown)
                .replaceAll(block -> Matcher.quoteReplacement(
                        "```console\n" + Transcript.of(block.group(1)).text() + "```"));
        if (IS_WRITING) {
            Files.writeString(page, given);
        }
        assertThat(given).isEqualTo(Files.readString(page));
        assertThat(BLOCK.matcher(shown).results().count()).isGreaterThanOrEqualTo(examples);
    }
}
