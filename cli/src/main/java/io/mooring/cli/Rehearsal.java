package io.mooring.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs what people run most and prints nothing, so that the JVM has seen the classes and can keep them in an archive, from which
 * they start faster. The start script calls it once.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs them all.
     *
     * @param arguments a file of manifests
     */
    public static void main(String[] arguments) {
        Surroundings.ofSystem();
        commands(arguments[0]).forEach(command -> Main.run(silent(), command.toArray(String[]::new)));
    }

    static List<List<String>> commands(String file) {
        return List.of(
                List.of(file),
                List.of("why", file),
                List.of("why", file, "-o", "json"),
                List.of("get", file),
                List.of("get", "pods", file, "-o", "yaml"),
                List.of("why", "nobody", file),
                List.of("fix", file),
                List.of("check", file),
                List.of("plan", file),
                List.of("--help"));
    }

    private static Surroundings silent() {
        Output nowhere = Output.to(OutputStream.nullOutputStream());
        return new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, Set.of(), Map.of(), counted -> count -> {});
    }
}
