package io.mooring.schema;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Reads and writes a time as the API server does; reads part by part from the left. Models Go's {@code time.Parse} with {@code
 * time.RFC3339} and the words of its {@code ParseError}: an hour may have one digit, seconds a fraction after a dot or a
 * comma, which is cut off, and a zone may be a day away.
 */
final class Rfc3339 {
    private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";
    private static final int MOST_YEARS = 9999;
    private static final int ZONE_LENGTH = "+07:00".length();

    private final String text;
    private int at;

    /** Upstream goes by bytes: each is a character of {@code text}. */
    private Rfc3339(String text) {
        this.text = text;
    }

    /**
     * The moment in whole seconds.
     *
     * @throws DateTimeException if the text is no time; the message is the API server's
     */
    static Instant parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Rfc3339(new String(bytes, StandardCharsets.ISO_8859_1)).instant();
    }

    /** The time in UTC and whole seconds: {@code 2026-01-02T03:04:05Z}. Models {@code metav1.Time.MarshalJSON}. */
    static String text(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > MOST_YEARS) {
            return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
        }
        StringBuilder out = new StringBuilder(LAYOUT.length());
        twoDigits(utc.getYear() / 100, out);
        twoDigits(utc.getYear() % 100, out);
        twoDigits(utc.getMonthValue(), out.append('-'));
        twoDigits(utc.getDayOfMonth(), out.append('-'));
        twoDigits(utc.getHour(), out.append('T'));
        twoDigits(utc.getMinute(), out.append(':'));
        twoDigits(utc.getSecond(), out.append(':'));
        return out.append('Z').toString();
    }

    private static void twoDigits(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private Instant instant() {
        int year = year();
        skip("-");
        int month = number("01", 1, 12, "month");
        skip("-");
        int day = number("02", 0, 99, "day");
        skip("T");
        int hour = isDigit(at + 1) ? number("15", 0, 23, "hour") : digit("15");
        skip(":");
        int minute = number("04", 0, 59, "minute");
        skip(":");
        int second = number("05", 0, 59, "second");
        skipFraction();
        int secondsEast = zone();
        if (at < text.length()) {
            throw refused(": extra text: " + quoted(rest()));
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw refused(": day out of range");
        }
        return LocalDateTime.of(year, month, day, hour, minute, second)
                .toInstant(ZoneOffset.UTC)
                .minusSeconds(secondsEast);
    }

    private int year() {
        for (int i = 0; i < 4; i++) {
            if (!isDigit(at + i)) {
                throw unread("2006");
            }
        }
        at += 4;
        return Integer.parseInt(text.substring(at - 4, at));
    }

    private void skip(String separator) {
        if (!text.startsWith(separator, at)) {
            throw unread(separator);
        }
        at++;
    }

    private int number(String element, int least, int most, String name) {
        if (!isDigit(at) || !isDigit(at + 1)) {
            throw unread(element);
        }
        int value = twoDigits(at);
        if (value < least || value > most) {
            throw refused(": " + name + " out of range");
        }
        at += 2;
        return value;
    }

    private int digit(String element) {
        if (!isDigit(at)) {
            throw unread(element);
        }
        return Character.digit(text.charAt(at++), 10);
    }

    private void skipFraction() {
        if (at < text.length() && ".,".indexOf(text.charAt(at)) >= 0 && isDigit(at + 1)) {
            do {
                at++;
            } while (isDigit(at));
        }
    }

    /** Seconds east of Greenwich. */
    private int zone() {
        String element = "Z07:00";
        if (text.startsWith("Z", at)) {
            at++;
            return 0;
        }
        if (text.length() - at < ZONE_LENGTH || text.charAt(at + 3) != ':') {
            throw unread(element);
        }
        boolean hasHours = isDigit(at + 1) && isDigit(at + 2);
        boolean hasMinutes = hasHours && isDigit(at + 4) && isDigit(at + 5);
        if (hasMinutes && twoDigits(at + 4) > 60) {
            throw refused(": time zone offset minute out of range");
        }
        if (hasHours && twoDigits(at + 1) > 24) {
            throw refused(": time zone offset hour out of range");
        }
        char sign = text.charAt(at);
        if (!hasMinutes || (sign != '+' && sign != '-')) {
            throw unread(element);
        }
        int seconds = (twoDigits(at + 1) * 60 + twoDigits(at + 4)) * 60;
        at += ZONE_LENGTH;
        return sign == '+' ? seconds : -seconds;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int twoDigits(int index) {
        return Integer.parseInt(text.substring(index, index + 2));
    }

    private String rest() {
        return text.substring(at);
    }

    private DateTimeException unread(String element) {
        return refused(" as " + quoted(LAYOUT) + ": cannot parse " + quoted(rest()) + " as " + quoted(element));
    }

    private DateTimeException refused(String why) {
        return new DateTimeException("parsing time " + quoted(text) + why);
    }

    private static String quoted(String bytes) {
        StringBuilder out = new StringBuilder(bytes.length() + 2).append('"');
        bytes.chars().forEach(each -> {
            if (each < ' ' || each >= 0x80) {
                out.append(String.format("\\x%02x", each));
            } else {
                out.append(each == '"' || each == '\\' ? "\\" : "").append((char) each);
            }
        });
        return out.append('"').toString();
    }
}
