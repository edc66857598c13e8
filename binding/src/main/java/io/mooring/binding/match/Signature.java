package io.mooring.binding.match;

import java.util.Map;

/**
 * A summary of a volume's access modes and labels in 64 bits. The signature of several volumes is the union of theirs, so
 * that a search can rule out a whole subtree at once. Each set of access modes has a bit of its own. Each label sets two of
 * the other bits, which it may share with other labels, as in a Bloom filter: a signature can rule a label out, but not
 * prove that it is there.
 */
final class Signature {
    private static final int LABEL_BITS = Long.SIZE - AccessModeSet.COUNT;

    /** Fibonacci hashing: labels that differ in their last letter only should not set neighbouring bits. */
    private static final int MULTIPLIER = 0x9E3779B9;

    private Signature() {}

    static long of(AccessModeSet modes, Map<String, String> labels) {
        long signature = of(modes);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            signature |= ofLabel(label.getKey(), label.getValue());
        }
        return signature;
    }

    static long of(AccessModeSet modes) {
        return 1L << modes.bits();
    }

    static long ofLabel(String key, String value) {
        int hash = (31 * key.hashCode() + value.hashCode()) * MULTIPLIER;
        return bit(hash >>> 16) | bit(hash & 0xFFFF);
    }

    private static long bit(int hash) {
        return 1L << (AccessModeSet.COUNT + hash % LABEL_BITS);
    }
}
