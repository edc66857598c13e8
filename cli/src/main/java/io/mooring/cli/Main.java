package io.mooring.cli;

import picocli.CommandLine;

/** Runs the command {@code mooring}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofSystem(), arguments));
    }

    /** The exit code. */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine line = MooringCommand.commandLine(surroundings);
        try {
            int code = line.execute(arguments);
            return surroundings
                    .out()
                    .failure()
                    .map(reason -> unwritten(reason, surroundings))
                    .orElse(code);
        } finally {
            surroundings.err().flush();
        }
    }

    private static int unwritten(String reason, Surroundings surroundings) {
        surroundings.err().println("mooring: the answer could not be written: " + reason);
        return ExitCode.USAGE.number();
    }
}
