package io.mooring.yaml;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What calls take: processor time of their thread, which other work on the machine does not lengthen, and with
 * {@code -Dhostile.heap=true} the heap that is in use after them. The largest are kept.
 */
final class Cost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final long MEBI = 1 << 20;

    /** It takes a full collection for most texts. That the heap is enough is seen without. */
    private static final boolean HEAP_TOO = Boolean.getBoolean("hostile.heap");

    private Duration mostTime = Duration.ZERO;
    private String slowest = "";
    private long mostHeap;
    private String largest = "";

    /**
     * The call's result.
     *
     * @throws AssertionError if this thread worked longer for it
     */
    <T> T of(String name, Duration most, Supplier<T> call) {
        long before = THREADS.getCurrentThreadCpuTime();
        T result = call.get();
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        if (took.compareTo(mostTime) > 0) {
            mostTime = took;
            slowest = name;
        }
        if (took.compareTo(most) > 0) {
            throw new AssertionError(name + " took " + took.toMillis() + " ms of processor time");
        }
        return result;
    }

    /** Looks at what is in use, garbage left out; where it is less with its garbage than the most so far, it need not be collected. */
    void heapAfter(String name) {
        if (!HEAP_TOO || used() <= mostHeap) {
            return;
        }
        MEMORY.gc();
        if (used() > mostHeap) {
            mostHeap = used();
            largest = name;
        }
    }

    private static long used() {
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    @Override
    public String toString() {
        String time = "most processor time " + mostTime.toMillis() + " ms (" + slowest + ")";
        return HEAP_TOO
                ? time + ", most heap kept " + mostHeap / MEBI + " MiB of "
                        + Runtime.getRuntime().maxMemory() / MEBI + " (" + largest + ")"
                : time;
    }
}
