package io.mooring.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimesTest {
    private static final int NANOS = 999_999_999;

    @Property
    void nothingIsAfterTheEnd(
            @ForAll @LongRange(max = 5) long secondsBefore,
            @ForAll @IntRange(max = NANOS) int nanosBefore,
            @ForAll @LongRange(max = 7) long seconds,
            @ForAll @IntRange(max = NANOS) int nanos) {
        Instant time = Times.END.minusSeconds(secondsBefore).minusNanos(nanosBefore);
        Instant plain = time.plusSeconds(seconds).plusNanos(nanos);

        assertThat(Times.after(time, Duration.ofSeconds(seconds, nanos)))
                .isEqualTo(plain.isBefore(Times.END) ? plain : Times.END);
    }

    @Property
    void farFromTheEndItIsASum(@ForAll @LongRange(max = 4_000_000_000L) long now, @ForAll @IntRange int seconds) {
        Instant time = Instant.ofEpochSecond(now);
        assertThat(Times.after(time, seconds)).isEqualTo(time.plusSeconds(seconds));
    }

    @Property
    void noTimeIsTooLong(@ForAll @LongRange(min = Long.MAX_VALUE - 100) long seconds) {
        assertThat(Times.after(Instant.EPOCH, seconds)).isEqualTo(Times.END);
    }
}
