package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package that users see names its front doors, and each of them has an example, which compiles and runs. */
class FrontDoorsTest {
    private static final Path ROOT = Path.of("..");
    /** Its examples stand in its own tests, or show what the user writes. */
    private static final Path TESTKIT = ROOT.resolve("testkit");

    private static final Path COMPILED = Path.of("src/test/java/io/mooring/conformance/FrontDoorExamplesTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code(.*?)}</pre>", Pattern.DOTALL);
    private static final Pattern EXPORTED = Pattern.compile("exports ([a-z0-9.]+);");
    private static final Pattern NAMED = Pattern.compile("Front doors?: (.*?)[.;](?:\\s|$)", Pattern.DOTALL);
    private static final Pattern LINKED = Pattern.compile("\\{@link\\s+([\\w.]+)}");

    @ParameterizedTest
    @MethodSource("packages")
    void everyFrontDoorHasAnExample(Path folder) throws IOException {
        String purpose = Files.readString(folder.resolve("package-info.java")).replaceAll("\\s*\\n \\*\\s*", " ");
        Matcher named = NAMED.matcher(purpose);
        assertThat(named.find()).as("a front door is named").isTrue();
        List<String> doors = LINKED.matcher(named.group(1))
                .results()
                .map((MatchResult link) -> link.group(1).substring(link.group(1).lastIndexOf('.') + 1))
                .toList();
        assertThat(doors).isNotEmpty().allSatisfy(door -> {
            String source = Files.readString(folder.resolve(door + ".java"));
            String documented = source.substring(source.indexOf("/**"), source.indexOf("\npublic "));
            assertThat(examples(documented)).isNotEmpty();
            assertThat(folder.startsWith(TESTKIT) ? List.of() : examples(documented))
                    .allSatisfy(example -> assertThat(compiled()).contains(example));
        });
    }

    private static List<String> examples(String documented) {
        return EXAMPLE.matcher(documented)
                .results()
                .map((MatchResult example) -> flat(example.group(1).replace("\n *", "\n")))
                .toList();
    }

    private static String compiled() throws IOException {
        return flat(Files.readString(COMPILED));
    }

    /** Indentation, line breaks and where it is printed aside. */
    private static String flat(String code) {
        return code.replace("System.out.", "").replaceAll("\\s+", "");
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(sources -> Files.exists(sources.resolve("module-info.java")))
                    .flatMap(FrontDoorsTest::exported)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> exported(Path sources) {
        try {
            return EXPORTED
                    .matcher(Files.readString(sources.resolve("module-info.java")))
                    .results()
                    .map(exports -> sources.resolve(exports.group(1).replace('.', '/')))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
