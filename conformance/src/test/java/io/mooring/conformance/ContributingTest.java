package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diffs in CONTRIBUTING are of the files as they are: their context stands there, line after line. */
class ContributingTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern DIFF = Pattern.compile("```diff\\n(.*?)```", Pattern.DOTALL);
    private static final String FILE = "+++ b/";

    @Test
    void everyDiffIsOneLineInOneFileThatIsThere() throws IOException {
        List<String> diffs = DIFF.matcher(Files.readString(ROOT.resolve("CONTRIBUTING.md")))
                .results()
                .map((MatchResult diff) -> diff.group(1))
                .toList();

        assertThat(diffs).hasSize(2);
        for (String diff : diffs) {
            String file = Files.readString(ROOT.resolve(fileOf(diff)));
            assertThat(lines(diff, '+')).as(diff).hasSize(1);
            assertThat(lines(diff, '-')).as(diff).isEmpty();
            assertThat(file)
                    .satisfiesAnyOf(
                            text -> assertThat(text).contains(String.join("\n", lines(diff, ' '))),
                            text -> assertThat(text).contains(String.join("\n", after(diff))));
        }
    }

    private static String fileOf(String diff) {
        return diff.lines()
                .filter(line -> line.startsWith(FILE))
                .findFirst()
                .orElseThrow()
                .substring(FILE.length());
    }

    private static List<String> lines(String diff, char mark) {
        return body(diff)
                .filter(line -> line.charAt(0) == mark)
                .map(line -> line.substring(1))
                .toList();
    }

    /** What stands there with the change made. */
    private static List<String> after(String diff) {
        return body(diff)
                .filter(line -> line.charAt(0) != '-')
                .map(line -> line.substring(1))
                .toList();
    }

    private static Stream<String> body(String diff) {
        return diff.lines().filter(line -> !line.startsWith("--- ") && !line.startsWith("+++ "));
    }
}
