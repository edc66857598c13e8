package io.mooring.cli;

import io.mooring.TerminalProgress;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * What is around the command: its streams, which of them are terminals, its environment.
 *
 * @param terminals those of the streams that a person sits at
 * @param progress of what is counted, who is told how many it has been so far
 */
record Surroundings(
        InputStream in,
        Output out,
        PrintStream err,
        Set<Stream> terminals,
        Map<String, String> environment,
        Function<String, IntConsumer> progress) {
    /** Set by the start script: the numbers of those streams that are terminals, such as {@code 02}. */
    private static final String TERMINALS = "mooring.terminals";

    private static final int BUFFER = 1 << 16;

    Surroundings {
        terminals = Set.copyOf(terminals);
        environment = Map.copyOf(environment);
    }

    /** The three that a process has, under the numbers that they have. */
    enum Stream {
        IN,
        OUT,
        ERR
    }

    /** Those of this process; what is written is UTF-8 whatever the locale. */
    static Surroundings ofSystem() {
        return new Surroundings(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                terminalsOfSystem(),
                System.getenv(),
                TerminalProgress::onStandardError);
    }

    private static Output utf8(FileDescriptor descriptor) {
        return Output.to(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER));
    }

    private static Set<Stream> terminalsOfSystem() {
        Optional<String> told = Optional.ofNullable(System.getProperty(TERMINALS));
        Set<Stream> terminals = EnumSet.noneOf(Stream.class);
        for (Stream stream : Stream.values()) {
            String number = Integer.toString(stream.ordinal());
            if (told.map(numbers -> numbers.contains(number)).orElseGet(() -> isTerminal(number))) {
                terminals.add(stream);
            }
        }
        return terminals;
    }

    /** Where there is no {@code /proc}, only the start script can tell. */
    private static boolean isTerminal(String number) {
        try {
            String device =
                    Files.readSymbolicLink(Path.of("/proc/self/fd", number)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }
}
