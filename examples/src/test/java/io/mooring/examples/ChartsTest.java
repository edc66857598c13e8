package io.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Manifests in the shape that common charts have, each as a folder: what is refused, what plays no part, who gets which volume,
 * what waits and why, where the pods run, and what was told of trouble. With {@code -Dupdate=true} the golden files are written
 * anew.
 */
class ChartsTest {
    private static final Path CHARTS = Path.of("src/test/resources/charts");
    private static final String EXPECTED = "expected.txt";
    private static final int FEWEST_CHARTS = 30;

    static List<String> charts() throws IOException {
        try (Stream<Path> folders = Files.list(CHARTS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void settlesAsItsGoldenFileSays(String chart) throws IOException {
        Path golden = CHARTS.resolve(chart).resolve(EXPECTED);
        String settled = settled(CHARTS.resolve(chart));
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, settled);
        }
        assertThat(settled).isEqualTo(Files.readString(golden));
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(charts()).hasSizeGreaterThanOrEqualTo(FEWEST_CHARTS);
    }

    private static String settled(Path folder) {
        Mooring settled = Mooring.load(folder).settle();
        Cluster cluster = settled.cluster();
        assertThat(cluster.settle().changesSince(cluster)).isEmpty();
        List<String> parts = new ArrayList<>();
        addPart(parts, "refused", settled.refusals().stream().map(Refusal::text).toList());
        addPart(parts, "carried along", settled.carriedAlong().text().stream().toList());
        addPart(parts, "taken for granted", settled.assumptions());
        addPart(parts, "volumes and claims", settled.tables().lines().toList());
        addPart(parts, "pods", cluster.list(Pod.KIND).map(ChartsTest::text).toList());
        addPart(
                parts,
                "trouble told",
                cluster.events().stream()
                        .filter(event -> event.type() == Event.Type.WARNING)
                        .map(ChartsTest::text)
                        .toList());
        return String.join("\n", parts);
    }

    private static void addPart(List<String> parts, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add("== " + title + "\n" + String.join("\n", lines) + "\n");
        }
    }

    private static String text(Pod pod) {
        String where = pod.isPlaced() ? "on " + pod.spec().nodeName() : "nowhere";
        String phase = pod.status().phase().map(Object::toString).orElse("");
        String why = pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("PodScheduled"))
                .filter(condition -> condition.status().equals("False"))
                .map(PodCondition::message)
                .findFirst()
                .map(message -> ": " + message)
                .orElse("");
        return pod.ref().qualifiedName() + " " + phase + " " + where + why;
    }

    private static String text(Event event) {
        return event.regarding().kind().name() + " " + event.regarding().qualifiedName() + " " + event.reason() + ": "
                + event.message();
    }
}
