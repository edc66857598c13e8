package io.mooring.yaml.scalar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a {@code !!timestamp} may have. Models {@code parseTimestamp} of go.yaml.in/yaml v2.4, which has four layouts. */
final class Timestamps {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})([.,][0-9]+)?");
    private static final Pattern ZONE = Pattern.compile("Z|[-+]([0-9]{2}):([0-9]{2})");

    private Timestamps() {}

    static boolean isTimestamp(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.lookingAt() || !isDate(date)) {
            return false;
        }
        String rest = text.substring(date.end());
        return rest.isEmpty() || isTime(rest.charAt(0), rest.substring(1));
    }

    private static boolean isDate(Matcher date) {
        try {
            LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** A time after {@code T} has a zone, one after a space has none. */
    private static boolean isTime(char separator, String rest) {
        Matcher time = TIME.matcher(rest);
        if (!time.lookingAt() || number(time, 1) > 23 || number(time, 2) > 59 || number(time, 3) > 59) {
            return false;
        }
        String zone = rest.substring(time.end());
        return switch (separator) {
            case ' ' -> zone.isEmpty();
            case 'T', 't' -> isZone(zone);
            default -> false;
        };
    }

    private static boolean isZone(String text) {
        Matcher zone = ZONE.matcher(text);
        return zone.matches() && (text.equals("Z") || (number(zone, 1) <= 24 && number(zone, 2) <= 60));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
