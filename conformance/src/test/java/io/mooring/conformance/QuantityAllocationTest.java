package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.quantity.Quantity;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Here and not beside Quantity, since its module does not read the management interface of the JVM. */
class QuantityAllocationTest {
    private static final int TIMES = 100_000;

    @Test
    void comparingSmallAmountsAllocatesNothing() {
        Quantity claimed = Quantity.parse("1.5Gi");
        Quantity offered = Quantity.parse("2G");
        long[] lower = new long[1];

        long bytes = allocatedBy(() -> lower[0] += claimed.compareTo(offered) < 0 && !claimed.equals(offered) ? 1 : 0);

        assertThat(lower[0]).isEqualTo(2 * TIMES);
        assertThat(bytes / TIMES).isZero();
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        repeat(work);
        long before = threads.getThreadAllocatedBytes(thread);
        repeat(work);
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    private static void repeat(Runnable work) {
        for (int i = 0; i < TIMES; i++) {
            work.run();
        }
    }
}
