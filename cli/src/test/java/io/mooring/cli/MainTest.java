package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What no transcript can show. */
class MainTest {
    private static final String WEB = "../examples/manifests/web-on-one-hostpath-volume.yaml";

    @Test
    void aReaderWhoLeavesEarlyIsNoProblem() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(around(new BrokenPipe(), err), "why", WEB);

        assertThat(code).isEqualTo(ExitCode.BLOCKED.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("Exception", "pipe");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoAnswer() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(around(new FullDisk(), err), "why", WEB);

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("mooring: the answer could not be written: No space left on device");
    }

    @Test
    void aDefectIsToldWithoutAStackTraceUnlessItIsAskedFor() {
        ByteArrayOutputStream quiet = new ByteArrayOutputStream();
        int code = Main.run(around(OutputStream.nullOutputStream(), quiet, new Failing(), Map.of()), "why", "-");

        assertThat(code).isEqualTo(ExitCode.DEFECT.number());
        assertThat(quiet.toString(StandardCharsets.UTF_8))
                .contains("a defect of Mooring", "no wonder")
                .doesNotContain("\tat ");

        ByteArrayOutputStream loud = new ByteArrayOutputStream();
        Main.run(
                around(OutputStream.nullOutputStream(), loud, new Failing(), Map.of("MOORING_DEBUG", "1")), "why", "-");
        assertThat(loud.toString(StandardCharsets.UTF_8)).contains("\tat ");
    }

    @Test
    void whoHasTooLittleMemoryIsToldHowToGiveMore() {
        assertThat(failing(new OutOfMemoryError("Java heap space")))
                .contains("more memory than the JVM has", "MOORING_JAVA_OPTIONS=-Xmx8g")
                .doesNotContain("defect")
                .endsWith("exit 2");
        assertThat(failing(new StackOverflowError()))
                .contains("deeper than the JVM's stack", "MOORING_JAVA_OPTIONS=-Xss64m")
                .doesNotContain("defect")
                .endsWith("exit 2");
        assertThat(failing(new NoClassDefFoundError("io/mooring/Gone")))
                .contains("a defect of Mooring", "io/mooring/Gone")
                .endsWith("exit 3");
    }

    private static String failing(Error error) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = input(() -> {
            throw error;
        });
        int code = Main.run(around(OutputStream.nullOutputStream(), err, in, Map.of()), "why", "-");
        return err.toString(StandardCharsets.UTF_8) + "exit " + code;
    }

    /** What happens when it is read. */
    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
    }

    private static InputStream input(Reading reading) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return reading.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return reading.read();
            }
        };
    }

    @Test
    void whatCannotBeReadIsBadInput(@TempDir Path folder) throws IOException {
        Path fine = Files.copy(Path.of("src/test/resources/inputs/fine.yaml"), folder.resolve("fine.yaml"));
        assertThat(code("why", fine.toString())).isZero();
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "kind: [");
        assertThat(code("why", broken.toString())).isEqualTo(2);
        assertThat(code("get", "pvc", folder.toString())).isEqualTo(2);
        assertThat(code("plan", folder.toString())).isEqualTo(2);
        assertThat(code("fix", "--print", folder.toString())).isEqualTo(2);
        Files.writeString(broken, "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: A}\n");
        assertThat(code("get", "pvc", folder.toString())).isEqualTo(1);
    }

    @Test
    void theOthersOfAFolderAreAnsweredForAllTheSame(@TempDir Path folder) throws IOException {
        Files.copy(Path.of("src/test/resources/inputs/fine.yaml"), folder.resolve("fine.yaml"));
        Files.writeString(folder.resolve("broken.yaml"), "kind: [");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Main.run(around(out, err), "get", "pvc", folder.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Bound");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broken.yaml", "not YAML");
    }

    @Test
    void aFileWithoutPermissionIsToldPlainly(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.yaml"), "kind: Pod");
        Assumptions.assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "root may read it all");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(around(err, err), "why", secret.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("secret.yaml: cannot be read: no permission");
    }

    @Test
    void anInputThatBreaksOffIsBadInput() {
        InputStream in = input(() -> {
            throw new IOException("Connection reset");
        });
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        assertThat(Main.run(around(both, both, in, Map.of()), "why", "-")).isEqualTo(2);
        assertThat(both.toString(StandardCharsets.UTF_8))
                .contains("standard input: cannot be read", "Connection reset");
    }

    private static int code(String... arguments) {
        return Main.run(around(OutputStream.nullOutputStream(), new ByteArrayOutputStream()), arguments);
    }

    /** Words to choose from are shown as they are typed. */
    @Test
    void everyOptionThatTakesAWordSaysWhichInSmallLetters() {
        CommandLine root =
                MooringCommand.commandLine(around(OutputStream.nullOutputStream(), new ByteArrayOutputStream()));
        long options = root.getSubcommands().entrySet().stream()
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .filter(option -> option.type().isEnum())
                        .map(option -> List.of(command.getKey(), option.longestName(), "nonsense")))
                .peek(words -> {
                    ByteArrayOutputStream err = new ByteArrayOutputStream();
                    assertThat(Main.run(around(err, err), words.toArray(String[]::new)))
                            .isEqualTo(2);
                    String line = err.toString(StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow();
                    assertThat(line).contains(": expected ").doesNotContainPattern("[A-Z]{2}");
                })
                .count();
        assertThat(options).isGreaterThanOrEqualTo(12);
    }

    @Test
    void everyCommandSaysWhatItDoesAndWhatEachOptionIs() {
        CommandLine line =
                MooringCommand.commandLine(around(OutputStream.nullOutputStream(), new ByteArrayOutputStream()));
        assertThat(line.getSubcommands()).isNotEmpty().allSatisfy((name, command) -> {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(option.description())
                            .as(name + " " + option.longestName())
                            .isNotEmpty());
        });
    }

    /** Only the one that is asked for is made, and answers as among all. */
    @Test
    void aCommandByItselfIsTheOneAmongAll() {
        Surroundings around = around(OutputStream.nullOutputStream(), new ByteArrayOutputStream());
        CommandLine all = MooringCommand.commandLine(around);
        all.getSubcommands().forEach((name, among) -> {
            CommandLine line = MooringCommand.commandLine(around, List.of(name, "--help"));
            CommandLine alone = Objects.requireNonNull(line.getSubcommands().get(name));
            assertThat(among.getCommandSpec()
                            .userObject()
                            .getClass()
                            .getAnnotation(Command.class)
                            .name())
                    .isEqualTo(name);
            assertThat(alone.getUsageMessage()).contains("mooring " + name).isEqualTo(among.getUsageMessage());
            assertThat(alone.getCommandSpec().optionsMap().keySet())
                    .isEqualTo(among.getCommandSpec().optionsMap().keySet());
            assertThat(line.getSubcommands())
                    .hasSize(name.equals("completion") ? all.getSubcommands().size() : 1);
        });
        assertThat(MooringCommand.commandLine(around, List.of("--help")).getUsageMessage())
                .isEqualTo(all.getUsageMessage());
    }

    @Test
    void everyCommandThatSettlesTakesAReleaseAndItsGates() {
        CommandLine line =
                MooringCommand.commandLine(around(OutputStream.nullOutputStream(), new ByteArrayOutputStream()));
        assertThat(line.getSubcommands()).hasSizeGreaterThan(9).allSatisfy((name, command) -> {
            Set<String> options = command.getCommandSpec().optionsMap().keySet();
            boolean settles = options.contains("--load");
            assertThat(options.contains("--feature-gates")).as(name).isEqualTo(settles);
            assertThat(options.contains("--release") || options.contains("--from"))
                    .as(name)
                    .isEqualTo(settles);
        });
    }

    @Test
    void theScriptOfCompletionNamesEveryCommand() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings around = around(out, new ByteArrayOutputStream());
        assertThat(Main.run(around, "completion", "zsh")).isZero();
        Set<String> commands =
                MooringCommand.commandLine(around).getSubcommands().keySet();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(commands).contains("complete -F");
    }

    /** Else the start script would keep an archive of error messages. */
    @Test
    void theRehearsalRunsCommandsThatThereAre() {
        assertThat(Rehearsal.commands(WEB)).isNotEmpty().allSatisfy(command -> {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Main.run(around(OutputStream.nullOutputStream(), err), command.toArray(String[]::new));
            assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("no file", "Unknown option", "defect");
        });
    }

    private static Surroundings around(OutputStream out, OutputStream err) {
        return around(out, err, InputStream.nullInputStream(), Map.of());
    }

    private static Surroundings around(
            OutputStream out, OutputStream err, InputStream in, Map<String, String> environment) {
        return new Surroundings(in, print(out), print(err), Set.of(), environment, counted -> count -> {});
    }

    private static Output print(OutputStream stream) {
        return Output.to(stream);
    }

    /** Nobody reads any more. */
    private static final class BrokenPipe extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static final class Failing extends InputStream {
        @Override
        public int read() {
            throw new IllegalStateException("no wonder");
        }

        @Override
        public int read(byte[] octets, int from, int length) {
            return read();
        }
    }
}
