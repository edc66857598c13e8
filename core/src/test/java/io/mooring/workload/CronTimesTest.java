package io.mooring.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When schedules are due, as {@code robfig/cron} has it in its own tests and documentation. */
class CronTimesTest {
    private static Optional<Instant> next(String schedule, String zone, String now) {
        return CronTimes.next(
                schedule,
                zone.isEmpty() ? Optional.empty() : Optional.of(zone),
                Instant.parse("2012-07-01T00:00:30Z"),
                Instant.parse(now));
    }

    @ParameterizedTest(name = "{0} {1} after {2}")
    @CsvSource({
        "0/15 * * * *, '', 2012-07-09T14:45:00Z, 2012-07-09T15:00:00Z",
        "'20-35/15 * * * *', '', 2012-07-09T14:45:00Z, 2012-07-09T15:20:00Z",
        "0 2 29 feb ?, '', 2012-07-09T14:45:00Z, 2016-02-29T02:00:00Z",
        "@daily, '', 2012-07-09T00:00:00Z, 2012-07-10T00:00:00Z",
        "@weekly, '', 2012-07-09T00:00:00Z, 2012-07-15T00:00:00Z",
        "0 0 1 * mon, '', 2012-07-10T00:00:00Z, 2012-07-16T00:00:00Z",
        "0 0 */1 * mon, '', 2012-07-10T00:00:00Z, 2012-07-16T00:00:00Z",
        "0 0 */10 * sun, '', 2012-07-09T00:00:00Z, 2012-07-11T00:00:00Z",
        "0 3 * * *, Europe/Berlin, 2012-07-09T01:30:00Z, 2012-07-10T01:00:00Z",
        "'TZ=Asia/Tokyo 0 9 * * 1-5', '', 2012-07-06T00:00:00Z, 2012-07-09T00:00:00Z",
        "30 2 * * *, Europe/Berlin, 2012-03-24T12:00:00Z, 2012-03-26T00:30:00Z",
        "@every 1h30m, '', 2012-07-01T03:00:31Z, 2012-07-01T04:30:30Z"
    })
    void isDueNext(String schedule, String zone, String now, String due) {
        assertThat(next(schedule, zone, now)).contains(Instant.parse(due));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0 0 30 feb *", "0 0 * *", "0 0 x * *", "@every", "0 */0 * * *"})
    void whatIsNeverDueOrCannotBeReadHasNoTime(String schedule) {
        assertThat(next(schedule, "", "2012-07-09T14:45:00Z")).isEmpty();
    }

    @Test
    void aSuspendedCronJobIsNotDue() {
        CronJob cronJob = CronJob.builder()
                .spec(CronJobSpec.builder().schedule("@daily").suspend(true).build())
                .build();

        assertThat(cronJob.dueAfter(Instant.parse("2012-07-09T00:00:00Z"))).isEmpty();
        assertThat(cronJob.withSpec(cronJob.spec().withSuspend(false)).dueAfter(Instant.parse("2012-07-09T00:00:00Z")))
                .contains(Instant.parse("2012-07-10T00:00:00Z"));
    }
}
