package io.mooring.binding.table;

import java.time.Duration;

/** How kubectl writes ages: fewer units the longer they are. Models {@code duration.HumanDuration}. */
final class HumanDuration {
    private static final int SECONDS_IN_SECONDS = 120;
    private static final int MINUTES_WITH_SECONDS = 10;
    private static final int MINUTES_IN_MINUTES = 180;
    private static final int HOURS_WITH_MINUTES = 8;
    private static final int HOURS_IN_HOURS = 48;
    private static final int DAYS_WITH_HOURS = 8;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int YEARS_IN_DAYS = 2;
    private static final int YEARS_WITH_DAYS = 8;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int HOURS_OF_A_DAY = 24;

    private HumanDuration() {}

    static String of(Duration age) {
        long seconds = age.toMillis() / 1000;
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < SECONDS_IN_SECONDS) {
            return Math.max(0, seconds) + "s";
        }
        return age.toMinutes() < MINUTES_IN_MINUTES
                ? with(age.toMinutes(), "m", age.toSecondsPart(), "s", MINUTES_WITH_SECONDS)
                : ofHours(age.toHours(), age.toMinutes() % MINUTES_OF_AN_HOUR);
    }

    private static String ofHours(long hours, long minutes) {
        return hours < HOURS_IN_HOURS
                ? with(hours, "h", minutes, "m", HOURS_WITH_MINUTES)
                : ofDays(hours / HOURS_OF_A_DAY, hours % HOURS_OF_A_DAY);
    }

    private static String ofDays(long days, long hours) {
        long years = days / DAYS_OF_A_YEAR;
        return years < YEARS_IN_DAYS
                ? with(days, "d", hours, "h", DAYS_WITH_HOURS)
                : with(years, "y", days % DAYS_OF_A_YEAR, "d", YEARS_WITH_DAYS);
    }

    /** The smaller unit only below a limit, and if there is any of it. */
    private static String with(long large, String unit, long small, String smallUnit, int limit) {
        return large + unit + (large < limit && small > 0 ? small + smallUnit : "");
    }
}
