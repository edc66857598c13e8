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
            return line.execute(arguments);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }
}
