package io.mooring.meta;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as Kubernetes writes them: to the second, with years of four digits. What would be beyond them stops at their end, so that no
 * grace period or delay, however long, overflows.
 */
public final class Times {
    /** The last second that can be written. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    /** The first second that can be written. */
    public static final Instant BEGIN = Instant.parse("0000-01-01T00:00:00Z");

    private Times() {}

    /** The time so much later; {@link #END} where that is beyond it. */
    public static Instant after(Instant time, Duration duration) {
        boolean isFarFromEnd = duration.toSeconds() < END.getEpochSecond() - time.getEpochSecond() - 1;
        return isFarFromEnd || duration.compareTo(Duration.between(time, END)) < 0 ? time.plus(duration) : END;
    }

    /** The time so many seconds later; {@link #END} where that is beyond it. */
    public static Instant after(Instant time, long seconds) {
        return after(time, Duration.ofSeconds(seconds));
    }

    /** The time so many seconds earlier; {@link #BEGIN} where that is before it. */
    public static Instant before(Instant time, long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        return duration.compareTo(Duration.between(BEGIN, time)) < 0 ? time.minus(duration) : BEGIN;
    }
}
