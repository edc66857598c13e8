package io.mooring.binding.story;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a call takes of its thread, which other work on the machine makes no larger. */
public final class Cost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Cost() {}

    /** Processor time. */
    public static Duration timeOf(Runnable call) {
        long before = THREADS.getCurrentThreadCpuTime();
        call.run();
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    }

    /** What it allocates, kept or not. */
    public static long bytesOf(Runnable call) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        call.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
