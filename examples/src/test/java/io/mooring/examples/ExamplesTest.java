package io.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example prints what its golden file says. */
class ExamplesTest {
    private static final Path MANIFESTS = Path.of("manifests");
    private static final Path WEB = MANIFESTS.resolve("web-on-one-hostpath-volume.yaml");

    static Stream<Arguments> examples() {
        return Stream.of(
                example("who-gets-what", out -> WhoGetsWhat.print(List.of(WEB), out)),
                example(
                        "refused",
                        out -> WhoGetsWhat.print(List.of(MANIFESTS.resolve("ceph-volume-as-first-written.yaml")), out)),
                example(
                        "corrected",
                        out -> WhoGetsWhat.print(List.of(MANIFESTS.resolve("ceph-volume-corrected.yaml")), out)),
                example(
                        "in-my-cluster",
                        out -> InMyCluster.print(List.of(MANIFESTS.resolve("dump-of-a-shop.yaml")), out)),
                example("in-a-tool", out -> InATool.print(WEB, out)),
                example("amounts", Amounts::print),
                example("which-volume", WhichVolume::print),
                example("claims-of-a-set", out -> ClaimsOfASet.print(WEB, out)),
                example("kept-volume", KeptVolume::print),
                example("attached-elsewhere", AttachedElsewhere::print),
                example("own-controller", OwnController::print),
                example("what-could-happen", WhatCouldHappen::print),
                example("what-if", WhatIf::print));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void printsItsGoldenFile(String name, Consumer<PrintStream> example) throws IOException {
        Path golden = Path.of("src/test/resources/outputs", name + ".txt");
        String printed = output(example);
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyGoldenFileHasItsExample() throws IOException {
        List<String> names =
                examples().map(example -> example.get()[0] + ".txt").sorted().toList();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/outputs"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .isEqualTo(names);
        }
    }

    private static Arguments example(String name, Consumer<PrintStream> example) {
        return Arguments.of(name, example);
    }

    private static String output(Consumer<PrintStream> example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        example.accept(out);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
