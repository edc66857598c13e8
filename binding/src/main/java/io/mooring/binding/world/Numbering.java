package io.mooring.binding.world;

import io.mooring.meta.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Everything that Kubernetes takes from clocks, counters and chance, counted instead: the same calls give the same
 * numbers.
 *
 * @param writes how many writes there were; the last one's number is the newest resourceVersion
 * @param uids how many uids were given
 * @param names how many names were generated
 * @param now the time, which goes on by a second with each write, up to {@link Times#END}
 */
record Numbering(long writes, long uids, long names, Instant now) {
    static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    static final Numbering START = new Numbering(0, 0, 0, EPOCH);

    /** What API servers make names from: no vowels, and nothing that looks like something else. */
    private static final String NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int NAME_DIGITS = 5;
    private static final int LONGEST_BEGINNING = 58;

    /** How many names are told in advance at most. */
    static final int MOST_AHEAD = 1000;

    Numbering nextWrite() {
        return new Numbering(writes + 1, uids, names, Times.after(now, 1));
    }

    Numbering nextUid() {
        return new Numbering(writes, uids + 1, names, now);
    }

    Numbering nextName() {
        return new Numbering(writes, uids, names + 1, now);
    }

    /** With the next name generated that is not taken. Models {@code RetryGenerateName}, which tries a few. */
    Numbering nextName(String start, Predicate<String> isTaken) {
        Numbering next = nextName();
        while (isTaken.test(next.nameFrom(start))) {
            next = next.nextName();
        }
        return next;
    }

    Numbering advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + time);
        }
        Duration most = Duration.between(now, Times.END);
        if (time.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "time ends with the year 9999, the last that Kubernetes can write: it is " + now
                            + ", so advance by at most " + most + " and not by " + time);
        }
        return new Numbering(writes, uids, names, now.plus(time));
    }

    String version() {
        return Long.toString(writes);
    }

    /** The uid given last. */
    String uid() {
        return Uids.of(uids);
    }

    /** Takes the number of every uid in the text that was given by counting. */
    static void uidNumbers(String text, LongConsumer take) {
        for (int at = Uids.indexIn(text, 0); at >= 0; at = Uids.indexIn(text, at + Uids.LENGTH)) {
            take.accept(Uids.numberOf(text.substring(at, at + Uids.LENGTH)));
        }
    }

    /** Which generated name has this ending; empty if none has. */
    static Optional<Long> nameNumber(String ending) {
        if (ending.length() != NAME_DIGITS || !ending.chars().allMatch(each -> NAME_ALPHABET.indexOf(each) >= 0)) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = 0; i < NAME_DIGITS; i++) {
            number = number * NAME_ALPHABET.length() + NAME_ALPHABET.indexOf(ending.charAt(i));
        }
        return Optional.of(number + 1);
    }

    /** The name generated last, of those that begin so. Models {@code SimpleNameGenerator}, which cuts what is too long. */
    String nameFrom(String generateName) {
        return beginning(generateName) + nameEnding();
    }

    private static String beginning(String generateName) {
        return generateName.substring(0, Math.min(generateName.length(), LONGEST_BEGINNING));
    }

    /** After a name that {@link Cluster#nextNames} told in advance; the same after any other. */
    Numbering named(String generateName, String name) {
        String beginning = beginning(generateName);
        long ahead = name.startsWith(beginning)
                ? nameNumber(name.substring(beginning.length())).orElse(0L) - names
                : 0;
        return ahead > 0 && ahead <= MOST_AHEAD ? new Numbering(writes, uids, names + ahead, now) : this;
    }

    private String nameEnding() {
        char[] ending = new char[NAME_DIGITS];
        long rest = names - 1;
        for (int i = NAME_DIGITS - 1; i >= 0; i--) {
            ending[i] = NAME_ALPHABET.charAt((int) (rest % NAME_ALPHABET.length()));
            rest /= NAME_ALPHABET.length();
        }
        return new String(ending);
    }
}
