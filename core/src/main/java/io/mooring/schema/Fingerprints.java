package io.mooring.schema;

/** Which there were: very many take 16 bytes each, whatever their length. */
final class Fingerprints {
    private static final long EMPTY = 0;
    private static final int FIRST_SLOTS = 64;
    private static final long[] NONE = {};

    /** None until there is one: most checks find nothing. */
    private long[] slots = NONE;

    private int size;

    /** False if it was there before. */
    boolean add(Fingerprint fingerprint) {
        if (2 * size >= slots.length) {
            grow();
        }
        return put(bits(fingerprint));
    }

    boolean contains(Fingerprint fingerprint) {
        return size > 0 && slots[place(bits(fingerprint))] != EMPTY;
    }

    private static long bits(Fingerprint fingerprint) {
        return fingerprint.bits() == EMPTY ? Fingerprint.NONE.bits() : fingerprint.bits();
    }

    private boolean put(long fingerprint) {
        int place = place(fingerprint);
        if (slots[place] != EMPTY) {
            return false;
        }
        slots[place] = fingerprint;
        size++;
        return true;
    }

    /** Where it is, or would be. */
    private int place(long fingerprint) {
        int place = slot(fingerprint);
        while (slots[place] != EMPTY && slots[place] != fingerprint) {
            place = (place + 1) & (slots.length - 1);
        }
        return place;
    }

    private int slot(long fingerprint) {
        return Long.hashCode(fingerprint ^ (fingerprint >>> 17)) & (slots.length - 1);
    }

    private void grow() {
        long[] before = slots;
        slots = new long[Math.max(FIRST_SLOTS, 2 * before.length)];
        size = 0;
        for (long fingerprint : before) {
            if (fingerprint != EMPTY) {
                put(fingerprint);
            }
        }
    }

    /** How many different ones. */
    int size() {
        return size;
    }
}
