package io.mooring.binding.match;

import java.util.Map;

/**
 * What a volume bears, or several do between them, as far as the bits of a long tell: one for each set of access modes, and
 * for each label two that other labels may share.
 */
final class Marks {
    private static final int LABEL_BITS = Long.SIZE - AccessModeSet.COUNT;

    /** Fibonacci hashing: spreads hash codes of labels that differ in their last letters only. */
    private static final int SPREAD = 0x9E3779B9;

    private Marks() {}

    static long of(AccessModeSet modes, Map<String, String> labels) {
        long marks = of(modes);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            marks |= ofLabel(label.getKey(), label.getValue());
        }
        return marks;
    }

    static long of(AccessModeSet modes) {
        return 1L << modes.bits();
    }

    static long ofLabel(String key, String value) {
        int hash = (31 * key.hashCode() + value.hashCode()) * SPREAD;
        return bit(hash >>> 16) | bit(hash & 0xFFFF);
    }

    private static long bit(int hash) {
        return 1L << (AccessModeSet.COUNT + hash % LABEL_BITS);
    }
}
