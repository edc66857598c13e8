package io.mooring.binding.match;

import io.mooring.quantity.Quantity;

/**
 * What volumes are sorted by: the smallest first, then the one with the fewest access modes, then by name.
 *
 * @param position where the capacity stands among all capacities, so that two longs settle nearly every comparison: twice its whole
 *     bytes, and an odd number for one between two whole ones, or where a long ends. Only those with equal odd numbers may differ
 */
record SortKey(long position, Quantity capacity, int modeCount, String name) implements Comparable<SortKey> {
    private static final long LAST = Long.MAX_VALUE;

    static SortKey of(Quantity capacity, int modeCount, String name) {
        return new SortKey(position(capacity), capacity, modeCount, name);
    }

    /** Sorts before every volume that holds this much, and after every volume that holds less. */
    static SortKey before(Quantity capacity) {
        return of(capacity, -1, "");
    }

    private static long position(Quantity capacity) {
        int sign = capacity.signum();
        try {
            long bytes = capacity.toUnitsRoundedAwayFromZero();
            long twice = Math.multiplyExact(2, bytes);
            boolean isWhole = Quantity.ofBytes(bytes).compareTo(capacity) == 0;
            return Math.max(-LAST, isWhole ? twice : twice - sign);
        } catch (ArithmeticException beyondLong) {
            return sign * LAST;
        }
    }

    /** Whether all capacities that stand at this position are equal. */
    static boolean isOfOneCapacity(long position) {
        return (position & 1) == 0;
    }

    @Override
    public int compareTo(SortKey other) {
        if (position != other.position) {
            return Long.compare(position, other.position);
        }
        int byCapacity = isOfOneCapacity(position) ? 0 : capacity.compareTo(other.capacity);
        if (byCapacity != 0) {
            return byCapacity;
        }
        int byModes = Integer.compare(modeCount, other.modeCount);
        return byModes != 0 ? byModes : name.compareTo(other.name);
    }
}
