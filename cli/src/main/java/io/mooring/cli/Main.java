package io.mooring.cli;

import java.util.List;
import picocli.CommandLine;

/** Runs the command {@code mooring}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofSystem(), arguments));
    }

    /** The exit code. */
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine line = MooringCommand.commandLine(surroundings, List.of(arguments));
        try {
            int code = line.execute(arguments);
            return surroundings
                    .out()
                    .failure()
                    .map(reason -> unwritten(reason, surroundings))
                    .orElse(code);
        } catch (OutOfMemoryError tooMuch) {
            return tooBig("the input takes more memory than the JVM has", "-Xmx8g", surroundings);
        } catch (StackOverflowError tooDeep) {
            return tooBig(
                    "something in the input is nested or chained deeper than the JVM's stack", "-Xss64m", surroundings);
        } catch (LinkageError | AssertionError defect) {
            return MooringCommand.defect(defect, surroundings);
        } finally {
            surroundings.err().flush();
        }
    }

    /** Whoever ran out of memory makes as little as possible of it. */
    private static int tooBig(String what, String option, Surroundings surroundings) {
        surroundings.err().println("mooring: " + what);
        surroundings
                .err()
                .println("  Give it more: MOORING_JAVA_OPTIONS=" + option + " mooring ...; or read less at once.");
        return ExitCode.USAGE.number();
    }

    private static int unwritten(String reason, Surroundings surroundings) {
        surroundings.err().println("mooring: the answer could not be written: " + reason);
        return ExitCode.USAGE.number();
    }
}
