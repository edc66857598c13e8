package io.mooring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Tells a person who waits how many objects have been read, or whatever else is counted: on one line that is written over and over,
 * from the second second on.
 *
 * <pre>{@code
 * Mooring.opener().withProgress(TerminalProgress.onStandardError()).open(file)
 * }</pre>
 */
public final class TerminalProgress implements IntConsumer {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final long SECOND = 1_000_000_000;
    private static final long PAUSE = SECOND / 10;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final String counted;
    private final long start;
    private long told;

    TerminalProgress(PrintStream out, LongSupplier nanos, String counted) {
        this.out = out;
        this.nanos = nanos;
        this.counted = counted;
        this.start = nanos.getAsLong();
        this.told = start + SECOND;
    }

    /** For whoever watches the standard error; nobody does if it is a file or a pipe, or where there is no {@code /proc}. */
    public static IntConsumer onStandardError() {
        return onStandardError("objects");
    }

    /**
     * The same of something else.
     *
     * @param counted what is counted, as it follows a number: {@code clusters followed}
     */
    public static IntConsumer onStandardError(String counted) {
        return isTerminal() ? new TerminalProgress(System.err, System::nanoTime, counted) : TerminalProgress::toNobody;
    }

    private static void toNobody(int count) {}

    /** Where there is no {@code /proc}, Java cannot tell of one stream alone: nobody is taken to watch. */
    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return false;
        }
    }

    /** @param count how many it has been so far */
    @Override
    public void accept(int count) {
        long now = nanos.getAsLong();
        if (now - told >= PAUSE) {
            told = now;
            out.printf(Locale.ROOT, "\r%,d %s, %d s", count, counted, (now - start) / SECOND);
            out.flush();
        }
    }
}
