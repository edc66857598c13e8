package io.mooring.schema;

/** Which texts there were, by 64 bits of each: very many take 16 bytes each, whatever their length. */
final class Fingerprints {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long EMPTY = 0;

    private long[] slots = new long[64];
    private int size;

    /** False if there was such a text before. */
    boolean add(String text) {
        if (2 * size >= slots.length) {
            grow();
        }
        return put(of(text));
    }

    private static long of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash == EMPTY ? FNV_OFFSET : hash;
    }

    private boolean put(long fingerprint) {
        int slot = slot(fingerprint);
        while (slots[slot] != EMPTY) {
            if (slots[slot] == fingerprint) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = fingerprint;
        size++;
        return true;
    }

    private int slot(long fingerprint) {
        return Long.hashCode(fingerprint ^ (fingerprint >>> 17)) & (slots.length - 1);
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        size = 0;
        for (long fingerprint : before) {
            if (fingerprint != EMPTY) {
                put(fingerprint);
            }
        }
    }

    /** How many different texts. */
    int size() {
        return size;
    }
}
