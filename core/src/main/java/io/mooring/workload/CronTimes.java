package io.mooring.workload;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule is due. Models {@code SpecSchedule.Next} of {@code robfig/cron} v3.0.1: the day is right if the day of the month
 * and the day of the week are, or, where both are restricted, if one of them is. A time that a change of clocks leaves out is
 * not due.
 *
 * @param minutes those that are right
 * @param days of the month
 * @param weekdays from Sunday on, which is 0
 * @param areDaysFree whether either of the two is a star
 */
record CronTimes(
        BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, boolean areDaysFree, ZoneId zone) {
    private static final int YEARS = 5;
    private static final int DAYS_OF_WEEK = 7;
    private static final Pattern ZONE = Pattern.compile("(?:CRON_)?TZ=(\\S+)\\s+(.*)");
    private static final Map<String, String> NAMED = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern PAUSE = Pattern.compile("@every\\s+((?:\\d+h)?(?:\\d+m)?(?:\\d+s)?)");

    /**
     * The first time after this one at which the schedule is due; empty if it never is within five years, or cannot be read.
     *
     * @param zoneName where the schedule is read; UTC where none is given, as control planes are set up
     * @param begin from when on pauses are counted
     */
    static Optional<Instant> next(String schedule, Optional<String> zoneName, Instant begin, Instant now) {
        Matcher pause = PAUSE.matcher(schedule.strip());
        if (pause.matches()) {
            return afterPauses(pause.group(1), begin, now);
        }
        Matcher zoned = ZONE.matcher(schedule.strip());
        String times = zoned.matches() ? zoned.group(2) : schedule;
        Optional<String> zone = zoned.matches() ? Optional.of(zoned.group(1)) : zoneName;
        try {
            ZoneId where = zone.map(ZoneId::of).orElse(ZoneOffset.UTC);
            return parse(NAMED.getOrDefault(times.strip(), times), where).flatMap(found -> found.after(now));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> afterPauses(String text, Instant begin, Instant now) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Duration pause = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        if (pause.isZero() || now.isBefore(begin)) {
            return pause.isZero() ? Optional.empty() : Optional.of(begin.plus(pause));
        }
        long passed = Duration.between(begin, now).dividedBy(pause);
        return Optional.of(begin.plus(pause.multipliedBy(passed + 1)));
    }

    private static Optional<CronTimes> parse(String times, ZoneId zone) {
        String[] fields = times.strip().split("\\s+", -1);
        if (fields.length != 5) {
            return Optional.empty();
        }
        boolean areDaysFree = isStar(fields[2]) || isStar(fields[4]);
        return Optional.of(new CronTimes(
                values(fields[0], 0, 59, List.of()),
                values(fields[1], 0, 23, List.of()),
                values(fields[2], 1, 31, List.of()),
                values(fields[3], 1, 12, MONTHS),
                values(fields[4], 0, 6, WEEKDAYS),
                areDaysFree,
                zone));
    }

    /** A star with a step restricts, and counts as a star all the same where its step is 1. */
    private static boolean isStar(String field) {
        return List.of(field.split(",", -1)).stream().anyMatch(range -> range.matches("[*?](?:/1)?"));
    }

    private static BitSet values(String field, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String range : field.split(",", -1)) {
            if (range.isEmpty()) {
                continue;
            }
            String[] parts = range.split("/", -1);
            String[] ends = parts[0].split("-", -1);
            boolean isAny = parts[0].equals("*") || parts[0].equals("?");
            int first = isAny ? least : number(ends[0], least, names);
            boolean goesOn = isAny || (parts.length == 2 && ends.length == 1);
            int last = goesOn ? most : number(ends[ends.length - 1], least, names);
            int step = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
            if (step < 1) {
                throw new NumberFormatException(range);
            }
            for (int value = first; value <= last; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int number(String text, int least, List<String> names) {
        int name = names.indexOf(text.toLowerCase(Locale.ROOT));
        return name >= 0 ? least + name : Integer.parseInt(text);
    }

    private Optional<Instant> after(Instant now) {
        ZonedDateTime start = now.atZone(zone).plusMinutes(1).withSecond(0).withNano(0);
        LocalDate last = start.toLocalDate().plusYears(YEARS);
        for (LocalDate day = start.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (isRight(day)) {
                Optional<Instant> due = on(day, now);
                if (due.isPresent()) {
                    return due;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isRight(LocalDate day) {
        boolean isDay = days.get(day.getDayOfMonth());
        boolean isWeekday = weekdays.get(day.getDayOfWeek().getValue() % DAYS_OF_WEEK);
        return months.get(day.getMonthValue()) && (areDaysFree ? isDay && isWeekday : isDay || isWeekday);
    }

    private Optional<Instant> on(LocalDate day, Instant now) {
        return hours.stream()
                .boxed()
                .flatMap(hour -> minutes.stream().mapToObj(minute -> day.atTime(hour, minute)))
                .flatMap(time -> instant(time).stream())
                .filter(due -> due.isAfter(now))
                .findFirst();
    }

    private Optional<Instant> instant(LocalDateTime time) {
        return zone.getRules().getValidOffsets(time).isEmpty()
                ? Optional.empty()
                : Optional.of(time.atZone(zone).toInstant());
    }
}
