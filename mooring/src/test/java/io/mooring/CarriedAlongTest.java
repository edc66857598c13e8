package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CarriedAlongTest {
    private static final Path ENGINES = Path.of("../binding/src/main/java");
    private static final Pattern ASKED = Pattern.compile("OtherObject\\.kindOf\\(\\s*\"([^\"]+)\", \"([^\"]+)\"\\)");

    @Test
    void aKindOfWhichAnythingIsAskedPlaysAPart() throws IOException {
        List<MatchResult> asked;
        try (Stream<Path> files = Files.walk(ENGINES)) {
            asked = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> ASKED.matcher(text(file)).results())
                    .toList();
        }

        assertThat(asked).hasSizeGreaterThan(2);
        for (MatchResult kind : asked) {
            assertThat(CarriedAlong.of(with(kind.group(1), kind.group(2))).kinds())
                    .as(kind.group(2))
                    .isEmpty();
        }
        assertThat(CarriedAlong.of(with("v1", "Service")).kinds()).hasSize(1);
    }

    private static Cluster with(String apiVersion, String kind) {
        OtherObject object = new OtherObject(
                OtherObject.kindOf(apiVersion, kind),
                ObjectMeta.builder().name("a").build(),
                JsonObject.EMPTY);
        return Cluster.empty(Controllers.NONE).create(object).orThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
