package io.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

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
        return new Surroundings(in, print(out), print(err), Set.of(), environment, objects -> {});
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
