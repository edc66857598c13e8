package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private static final long TENTH = 100_000_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final TerminalProgress progress =
            new TerminalProgress(new PrintStream(out, true, StandardCharsets.UTF_8), nanos::get, "objects");

    @Test
    void whoIsDoneWithinASecondIsToldNothing() {
        for (int i = 0; i < 10; i++) {
            nanos.addAndGet(TENTH);
            progress.accept(i);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whoWaitsLongerIsToldTenTimesASecond() {
        nanos.set(20 * TENTH);
        progress.accept(7000);
        progress.accept(7001);
        nanos.addAndGet(TENTH);
        progress.accept(8000);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\r7,000 objects, 2 s\r8,000 objects, 2 s");
    }
}
