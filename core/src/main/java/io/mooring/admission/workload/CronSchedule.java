package io.mooring.admission.workload;

import io.mooring.names.GoNumber;
import io.mooring.names.GoText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a schedule, in the words of {@code robfig/cron} v3.0.1, whose {@code ParseStandard} the API server asks.
 * When it is time is not reckoned.
 *
 * <pre>
 *   17 2 * * 1-5     minute, hour, day of month, month, day of week: lists of ranges with steps, or of names
 *   {@literal @}daily           one of some names
 *   {@literal @}every 1h30m     a pause, as Go writes durations
 * </pre>
 */
final class CronSchedule {
    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern ZONE = Pattern.compile("(?:CRON_)?TZ=");
    private static final Set<String> NAMED =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final String EVERY = "@every ";
    private static final List<CronField> FIELDS = List.of(
            new CronField(0, 59, List.of()),
            new CronField(0, 23, List.of()),
            new CronField(1, 31, List.of()),
            new CronField(
                    1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new CronField(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

    private CronSchedule() {}

    /** Empty if the schedule is taken. */
    static Optional<String> problem(String schedule) {
        Matcher zone = ZONE.matcher(schedule);
        if (!zone.lookingAt()) {
            return problemOfTimes(schedule);
        }
        String[] parts = schedule.split(" ", 2);
        if (parts.length < 2) {
            return Optional.of("invalid schedule format: runtime error: slice bounds out of range [:-1]");
        }
        String name = parts[0].substring(zone.end());
        Optional<String> unknown = TimeZones.unknown(name);
        return unknown.isPresent()
                ? Optional.of("provided bad location " + name + ": " + unknown.get())
                : problemOfTimes(parts[1].strip());
    }

    private static Optional<String> problemOfTimes(String times) {
        if (times.startsWith("@")) {
            return problemOfName(times);
        }
        List<String> fields = Arrays.stream(SPACE.split(times))
                .filter(field -> !field.isEmpty())
                .toList();
        if (fields.size() != FIELDS.size()) {
            return Optional.of("expected exactly " + FIELDS.size() + " fields, found " + fields.size() + ": ["
                    + String.join(" ", fields) + "]");
        }
        for (int i = 0; i < fields.size(); i++) {
            Optional<String> problem = FIELDS.get(i).problem(fields.get(i));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfName(String name) {
        if (name.startsWith(EVERY)) {
            return GoDuration.problem(name.substring(EVERY.length()))
                    .map(problem -> "failed to parse duration " + name + ": " + problem);
        }
        return NAMED.contains(name) ? Optional.empty() : Optional.of("unrecognized descriptor: " + name);
    }

    /**
     * One of the five fields.
     *
     * @param names of the numbers from the least on; none where numbers have none
     */
    private record CronField(int least, int most, List<String> names) {
        Optional<String> problem(String field) {
            return Arrays.stream(field.split(",", -1))
                    .filter(range -> !range.isEmpty())
                    .flatMap(range -> problemOfRange(range).stream())
                    .findFirst();
        }

        /** A number or a range of them, with a step or without. */
        private Optional<String> problemOfRange(String range) {
            String[] parts = range.split("/", -1);
            String[] ends = parts[0].split("-", -1);
            boolean isAny = ends[0].equals("*") || ends[0].equals("?");
            for (int i = 0; i < Math.min(ends.length, 2) && !isAny; i++) {
                Optional<String> problem = isName(ends[i]) ? Optional.empty() : problemOfNumber(ends[i]);
                if (problem.isPresent()) {
                    return problem;
                }
                if (i == 0 && ends.length > 2) {
                    return Optional.of("too many hyphens: " + range);
                }
            }
            if (parts.length > 2) {
                return Optional.of("too many slashes: " + range);
            }
            if (parts.length == 2) {
                Optional<String> problem = problemOfNumber(parts[1]);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            long first = isAny ? least : number(ends[0]);
            boolean goesOn = isAny || (parts.length == 2 && ends.length == 1);
            long last = goesOn ? most : number(ends[ends.length - 1]);
            long step = parts.length == 2 ? number(parts[1]) : 1;
            return problemOfBounds(first, last, step, range);
        }

        private Optional<String> problemOfBounds(long first, long last, long step, String range) {
            if (first < least) {
                return Optional.of("beginning of range (" + first + ") below minimum (" + least + "): " + range);
            }
            if (last > most) {
                return Optional.of("end of range (" + last + ") above maximum (" + most + "): " + range);
            }
            if (first > last) {
                return Optional.of("beginning of range (" + first + ") beyond end of range (" + last + "): " + range);
            }
            return step == 0 ? Optional.of("step of range should be a positive number: " + range) : Optional.empty();
        }

        private boolean isName(String text) {
            return names.contains(text.toLowerCase(Locale.ROOT));
        }

        private long number(String text) {
            int name = names.indexOf(text.toLowerCase(Locale.ROOT));
            return name >= 0 ? (long) least + name : GoNumber.parse(text).orElse(0);
        }

        private static Optional<String> problemOfNumber(String text) {
            return GoNumber.problem(text)
                    .map(problem -> "failed to parse int from " + text + ": " + problem)
                    .or(() -> GoNumber.parse(text).stream()
                            .filter(number -> number < 0)
                            .mapToObj(number -> "negative number (" + number + ") not allowed: " + text)
                            .findFirst());
        }
    }

    /** Go's durations. Models {@code time.ParseDuration}. */
    private static final class GoDuration {
        private static final Pattern SIGN = Pattern.compile("[-+]?");
        private static final Pattern AMOUNT = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");
        private static final Pattern UNIT = Pattern.compile("[^0-9.]*");
        private static final Map<String, Long> NANOS = Map.of(
                "ns", 1L,
                "us", 1_000L,
                "\u00b5s", 1_000L,
                "\u03bcs", 1_000L,
                "ms", 1_000_000L,
                "s", 1_000_000_000L,
                "m", 60_000_000_000L,
                "h", 3_600_000_000_000L);

        /** In nanoseconds, the least duration without its sign; the greatest is one less. */
        private static final BigDecimal MOST = BigDecimal.valueOf(2).pow(Long.SIZE - 1);

        static Optional<String> problem(String text) {
            String amounts = SIGN.matcher(text).replaceFirst("");
            if (amounts.equals("0")) {
                return Optional.empty();
            }
            String invalid = "time: invalid duration " + GoText.quoted(text);
            String rest = amounts;
            BigDecimal nanos = BigDecimal.ZERO;
            do {
                Matcher amount = AMOUNT.matcher(rest);
                if (!amount.lookingAt() || whole(new BigDecimal(amount.group())).compareTo(MOST) > 0) {
                    return Optional.of(invalid);
                }
                Matcher unit = UNIT.matcher(rest).region(amount.end(), rest.length());
                String name = unit.lookingAt() ? unit.group() : "";
                Long size = NANOS.get(name);
                if (name.isEmpty()) {
                    return Optional.of("time: missing unit in duration " + GoText.quoted(text));
                }
                if (size == null) {
                    return Optional.of(
                            "time: unknown unit " + GoText.quoted(name) + " in duration " + GoText.quoted(text));
                }
                nanos = nanos.add(whole(new BigDecimal(amount.group()).multiply(BigDecimal.valueOf(size))));
                rest = rest.substring(unit.end());
            } while (!rest.isEmpty());
            int room = MOST.compareTo(nanos);
            return room < 0 || (room == 0 && !text.startsWith("-")) ? Optional.of(invalid) : Optional.empty();
        }

        private static BigDecimal whole(BigDecimal number) {
            return number.setScale(0, RoundingMode.DOWN);
        }
    }
}
