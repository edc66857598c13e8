package io.mooring.binding.world;

import java.time.Duration;
import java.time.Instant;

/**
 * Everything that Kubernetes takes from clocks, counters and chance, counted instead: the same calls give the same
 * numbers.
 *
 * @param writes how many writes there were; the last one's number is the newest resourceVersion
 * @param uids how many uids were given
 * @param names how many names were generated
 * @param passed the time that passed besides the second that each write takes
 */
record Numbering(long writes, long uids, long names, Duration passed) {
    static final Numbering START = new Numbering(0, 0, 0, Duration.ZERO);

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    /** What API servers make names from: no vowels, and nothing that looks like something else. */
    private static final String NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int NAME_DIGITS = 5;
    private static final String UID_START = "00000000-0000-4000-8000-";
    private static final int UID_DIGITS = 12;

    Numbering nextWrite() {
        return new Numbering(writes + 1, uids, names, passed);
    }

    Numbering nextUid() {
        return new Numbering(writes, uids + 1, names, passed);
    }

    Numbering nextName() {
        return new Numbering(writes, uids, names + 1, passed);
    }

    Numbering advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + time);
        }
        return new Numbering(writes, uids, names, passed.plus(time));
    }

    String version() {
        return Long.toString(writes);
    }

    /** The uid given last. */
    String uid() {
        String digits = Long.toHexString(uids);
        return UID_START + "0".repeat(UID_DIGITS - digits.length()) + digits;
    }

    /** The ending of the name generated last. */
    String nameEnding() {
        char[] ending = new char[NAME_DIGITS];
        long rest = names - 1;
        for (int i = NAME_DIGITS - 1; i >= 0; i--) {
            ending[i] = NAME_ALPHABET.charAt((int) (rest % NAME_ALPHABET.length()));
            rest /= NAME_ALPHABET.length();
        }
        return new String(ending);
    }

    Instant now() {
        return EPOCH.plusSeconds(writes).plus(passed);
    }
}
