package io.mooring.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Map<String, String> LIBRARY = Map.of(
            "module-info",
            """
            module library {
                exports face;
                exports friends to other;
            }
            """,
            "face/Value",
            """
            package face;

            public sealed interface Value extends WithValue permits ImmutableValue {
                String name();

                final class Builder extends ImmutableValue.Builder {}
            }
            """,
            "face/WithValue",
            """
            package face;

            interface WithValue {
                Value withName(String name);
            }
            """,
            "face/ImmutableValue",
            """
            package face;

            record ImmutableValue(String name) implements Value {
                public Value withName(String other) {
                    return new ImmutableValue(other);
                }

                abstract static class Builder {
                    public Builder name(String name) {
                        return this;
                    }

                    void internal() {}
                }
            }
            """,
            "face/Cases",
            """
            package face;

            public interface Cases {
                void one(int number, java.util.List<String> texts);
            }
            """,
            "face/Words",
            """
            package face;

            final class Words {
                public static void say() {}
            }
            """,
            "friends/Words",
            """
            package friends;

            public final class Words {
                public static void say() {}
            }
            """);

    @TempDir
    Path folder;

    @Test
    void nothingBreaksWhereNothingChanged() throws IOException {
        assertThat(compared(LIBRARY)).containsExactly("nothing breaks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "face/Cases | void one(int number, java.util.List<String> texts); | '' "
                        + "| face.Cases: one(int, List): method removed",
                "face/Cases | void one | void two(); void one | face.Cases: two(): method added to interface",
                "face/Cases | List<String> | List<Integer>"
                        + " | face.Cases: one(int, List): method parameter generics changed",
                "face/Cases | void one | int one | face.Cases: one(int, List): method return type changed",
                "face/Cases | void one( | void one(int number, java.util.List<String> texts) throws Exception; void two("
                        + " | face.Cases: one(int, List): method now throws checked exception",
                "face/Cases | public interface | interface | face.Cases: class no longer public",
                "face/ImmutableValue | public Builder name | public Builder title"
                        + " | face.Value.Builder: name(String): method removed",
                "module-info | exports face; | '' | face: package no longer exported"
            })
    void whatCallersCanNoLongerDoIsTold(String type, String text, String now, String expected) throws IOException {
        assertThat(compared(with(type, text, now))).contains(expected);
    }

    @Test
    void whoImplementedATypeThatIsNowSealedCannotAnyMore() throws IOException {
        Map<String, String> changed = with("face/Cases", "interface Cases", "sealed interface Cases permits Only");
        changed.put("face/Only", """
                package face;

                final class Only implements Cases {
                    public void one(int number, java.util.List<String> texts) {}
                }
                """);
        assertThat(compared(changed)).containsExactly("face.Cases: type now sealed");
    }

    @Test
    void aSealedTypeMayHaveMore() throws IOException {
        Map<String, String> changed = with("face/Value", "String name();", "String name(); String title();");
        changed.put(
                "face/ImmutableValue",
                Objects.requireNonNull(changed.get("face/ImmutableValue"))
                        .replace("(String name) implements", "(String name, String title) implements")
                        .replace("(other)", "(other, title)"));
        assertThat(compared(changed)).containsExactly("nothing breaks");
    }

    private static Map<String, String> with(String type, String text, String now) {
        Map<String, String> changed = new TreeMap<>(LIBRARY);
        assertThat(Objects.requireNonNull(LIBRARY.get(type))).contains(text);
        changed.put(type, Objects.requireNonNull(LIBRARY.get(type)).replace(text, now));
        return changed;
    }

    @Test
    void whatNobodyCanNameIsNotTold() throws IOException {
        Map<String, String> changed = new TreeMap<>(LIBRARY);
        changed.remove("face/Words");
        changed.put("friends/Words", "package friends; public final class Words {}");
        changed.computeIfPresent("face/ImmutableValue", (name, source) -> source.replace("void internal() {}", ""));
        changed.put("face/More", "package face; public final class More {}");

        assertThat(compared(changed)).containsExactly("new: face.More", "nothing breaks");
    }

    @Test
    void aFolderWithoutJarsIsNoRelease() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Main.run(folder, folder, System.out))
                .withMessageStartingWith("no jars are in");
    }

    /** The lines of the report, each member after its type. */
    private List<String> compared(Map<String, String> now) throws IOException {
        Path before = jar("before", LIBRARY);
        Path after = jar("after", now);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = Main.run(before, after, new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        String type = "";
        for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith("  ")) {
                lines.add(type + ": " + line.strip());
            } else if (line.startsWith("new: ") || line.equals("nothing breaks")) {
                lines.add(line);
            } else {
                type = line;
            }
        }
        assertThat(code).isEqualTo(lines.contains("nothing breaks") ? 0 : 1);
        return lines;
    }

    private Path jar(String name, Map<String, String> sources) throws IOException {
        Path from = folder.resolve(name + "-sources");
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-nowarn", "-d", classes.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = from.resolve(source.getKey() + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(compiler.run(null, said, said, arguments.toArray(String[]::new)))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        Path jars = Files.createDirectories(folder.resolve(name));
        try (OutputStream out = Files.newOutputStream(jars.resolve("library.jar"));
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
        return jars;
    }
}
