package io.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Mooring;
import io.mooring.Objection;
import io.mooring.binding.check.CheckResult;
import io.mooring.yaml.Location;
import io.mooring.yaml.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the checks say of manifests in the shape that common charts have, before they settle. With {@code -Dupdate=true} the
 * golden files are written anew.
 */
class ChartChecksTest {
    private static final Path CHARTS = Path.of("src/test/resources/charts");
    private static final String EXPECTED = "checks.txt";
    private static final int FEWEST_RESULTS = 20;

    static List<String> charts() throws IOException {
        try (Stream<Path> folders = Files.list(CHARTS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void areAsTheGoldenFileSays(String chart) throws IOException {
        Path golden = CHARTS.resolve(chart).resolve(EXPECTED);
        String said = Mooring.load(CHARTS.resolve(chart)).checks().stream()
                .map(ChartChecksTest::line)
                .collect(Collectors.joining());
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }

    @Test
    void thereIsSomethingToSay() throws IOException {
        long results = 0;
        for (String chart : charts()) {
            results += Mooring.load(CHARTS.resolve(chart)).checks().size();
        }
        assertThat(results).isGreaterThan(FEWEST_RESULTS);
    }

    private static String line(Objection objection) {
        CheckResult result = objection.result();
        String position = objection
                .location()
                .flatMap(Location::position)
                .map(Position::toString)
                .orElse("?");
        return result.severity().word() + " " + result.check().code() + " " + position + " "
                + result.object().kind().name() + " " + result.object().qualifiedName() + " " + result.text() + "\n";
    }
}
