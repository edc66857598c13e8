package io.mooring.large;

import io.mooring.Mooring;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Opens a large dump, and prints how long it took and how much heap it left in use: {@code OpenLargeDump OBJECTS}, or {@code
 * OpenLargeDump FILE}. The peak is what {@code -Xmx} has to be above.
 */
public final class OpenLargeDump {
    private static final long SEED = 42;
    private static final int MEGA = 20;

    private OpenLargeDump() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Files.exists(Path.of(arguments[0])) ? Path.of(arguments[0]) : generated(arguments[0]);
        System.out.printf("%s: %d MiB%n", file, Files.size(file) >> MEGA);
        Stopwatch start = Stopwatch.start();
        Mooring opened = Mooring.opener().givenByCommand().open(file);
        print("opened", start, opened);
        Stopwatch settling = Stopwatch.start();
        Mooring settled = opened.settle();
        print("settled, " + settled.cluster().changesSince(opened.cluster()).size() + " changes", settling, settled);
        opened.remarks().forEach(remark -> System.out.println(remark.text()));
        opened.refusals().stream().limit(5).forEach(refusal -> System.out.println(refusal.text()));
    }

    private static Path generated(String objects) throws IOException {
        Path file = Files.createTempFile("dump", ".yaml");
        file.toFile().deleteOnExit();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            LargeDump.write(SEED, Integer.parseInt(objects), out);
        }
        return file;
    }

    /** The clock, and what this process had of the processors, which tells more on a busy machine. */
    private record Stopwatch(long nanos, Duration processors) {
        static Stopwatch start() {
            return new Stopwatch(
                    System.nanoTime(),
                    ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        }

        @Override
        public String toString() {
            Stopwatch end = start();
            double busy = end.processors.minus(processors).toMillis() / 1e3;
            return String.format("%.1f s (busy %.1f s)", (end.nanos - nanos) / 1e9, busy);
        }
    }

    private static void print(String what, Stopwatch start, Mooring mooring) {
        String time = start.toString();
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "%s: %d objects, %d events, %s, %d MiB in use%n",
                what, mooring.cluster().size(), mooring.cluster().events().size(), time, used >> MEGA);
    }
}
