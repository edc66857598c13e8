package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The design says where each thing is decided; the places are there. */
class DecisionsTest {
    private static final Path DESIGN = Path.of("../docs/design.md");
    private static final String HEADING = "## Where is it decided?";
    private static final int FEWEST_QUESTIONS = 20;

    /** A class below {@code io.mooring}, and a method, field or constant of it. */
    private static final Pattern PLACE = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z]\\w*(?:\\.[A-Z]\\w*)*)(?:#(\\w+))?`");

    @Test
    void everyQuestionHasOnePlaceAndItExists() throws IOException {
        List<String> rows = rows();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST_QUESTIONS);
        for (String row : rows) {
            List<MatchResult> places =
                    PLACE.matcher(row.split("\\|", -1)[2]).results().toList();
            assertThat(places).as(row).hasSize(1);
            assertThat(exists(places.get(0))).as(row).isTrue();
        }
    }

    private static List<String> rows() throws IOException {
        String text = Files.readString(DESIGN);
        String section = text.substring(text.indexOf(HEADING) + HEADING.length());
        int end = section.indexOf("\n## ");
        return (end < 0 ? section : section.substring(0, end))
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .toList();
    }

    private static boolean exists(MatchResult place) {
        try {
            String name = "io.mooring." + place.group(1) + place.group(2).replace('.', '$');
            Class<?> type = Class.forName(name, false, DecisionsTest.class.getClassLoader());
            return place.group(3) == null || names(type).anyMatch(place.group(3)::equals);
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static Stream<String> names(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getDeclaredMethods()).map(Method::getName),
                Arrays.stream(type.getDeclaredFields()).map(Field::getName));
    }
}
