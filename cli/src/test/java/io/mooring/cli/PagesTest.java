package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page shows of a terminal is what comes: its blocks {@code console} are transcripts. */
class PagesTest {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    /** Writes what comes in place of comparing it: {@code -Dtranscripts=write}. */
    private static final boolean IS_WRITING = "write".equals(System.getProperty("transcripts"));

    private static final Path QUESTIONS = Path.of("../docs/questions");

    @ParameterizedTest
    @CsvSource({"../docs/why.md, 11", "../docs/upgrade.md, 7"})
    void givesWhatThePageShows(Path page, int examples) throws IOException {
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

    @ParameterizedTest
    @MethodSource("questions")
    void givesWhatThePageOfAQuestionShows(Path page) throws IOException {
        givesWhatThePageShows(page, 1);
    }

    @Test
    void theListHasEachQuestionByItsTitle() throws IOException {
        String list = Files.readString(Path.of("../docs/questions.md"));
        List<Path> pages = questions();

        assertThat(pages).hasSize(30).allSatisfy(page -> {
            String title = Files.readAllLines(page).get(0).substring("# ".length());
            assertThat(list).contains("- [" + title + "](questions/" + page.getFileName() + ")\n");
        });
    }

    private static List<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
