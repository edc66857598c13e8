package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command's start script, with the jar that {@code mvn package} makes before it comes here. */
class StartScriptTest {
    private static final Path SCRIPT =
            Path.of("../cli/mooring").toAbsolutePath().normalize();
    private static final Path WEB = Path.of("../examples/manifests/web-on-one-hostpath-volume.yaml")
            .toAbsolutePath()
            .normalize();
    private static final long MOST_SECONDS = 120;

    @TempDir
    Path elsewhere;

    private record Ran(int code, String out, String err) {}

    /** {@code mvn test} makes no jar, and the script would build one while the build runs. */
    @BeforeEach
    void needsTheJarOfThisBuild() throws IOException {
        assumeTrue(isBuilt(), "mvn package makes the jar");
    }

    static boolean isBuilt() throws IOException {
        Path jar = Path.of("../cli/target/mooring.jar");
        return Files.exists(jar) && isNewest(jar);
    }

    private static boolean isNewest(Path jar) throws IOException {
        FileTime made = Files.getLastModifiedTime(jar);
        for (String module : List.of("core", "binding", "yaml", "mooring", "cli")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main"))) {
                if (sources.anyMatch(source -> source.toFile().lastModified() > made.toMillis())) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void runsFromAnyFolderThroughALinkAndPassesArgumentsAsTheyAre() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("kubectl-mooring"), SCRIPT);
        Path manifest = Files.copy(WEB, elsewhere.resolve("a name with 'blanks' and $HOME.yaml"));

        Ran ran = run(Map.of(), link.toString(), "why", manifest.getFileName().toString());
        Files.delete(link);

        assertThat(ran.err()).startsWith("note: ");
        assertThat(ran.out()).contains("default/www-web-1 ").contains("Kubernetes says: ");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void tellsTheVersionOfThePackage() throws Exception {
        assertThat(run(Map.of(), SCRIPT.toString(), "--version").out()).matches("mooring \\d.*, as Kubernetes v1.*\\n");
    }

    /** Else the JVM opens some file of its own in its place, and that would be read or written. */
    @Test
    void aClosedStreamIsNoFile() throws Exception {
        Ran withoutInput = run(Map.of(), "sh", "-c", "'" + SCRIPT + "' why - <&-");
        Ran withoutOutput = run(Map.of(), "sh", "-c", "'" + SCRIPT + "' why '" + WEB + "' >&-");

        assertThat(withoutInput.err()).contains("there is no object in the standard input");
        assertThat(withoutInput.code()).isEqualTo(2);
        assertThat(withoutOutput.err()).isEqualTo("mooring: the standard output is closed\n");
        assertThat(withoutOutput.code()).isEqualTo(2);
    }

    @Test
    void saysWhenThereIsNoJdkThatWillDo() throws Exception {
        Path old = Files.createDirectories(elsewhere.resolve("jdk"));
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Ran tooOld = run(Map.of("JAVA_HOME", old.toString()), SCRIPT.toString(), "--version");
        Ran absent = run(Map.of("JAVA_HOME", elsewhere.toString()), SCRIPT.toString(), "--version");

        assertThat(tooOld.code()).isEqualTo(2);
        assertThat(tooOld.err())
                .isEqualTo("mooring: a JDK 17 or later is needed, and " + java + " is of version 11.0.2\n");
        assertThat(absent.err()).isEqualTo("mooring: JAVA_HOME is " + elsewhere + ", and there is no bin/java in it\n");
    }

    private Ran run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = elsewhere.resolve("out");
        Path err = elsewhere.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
