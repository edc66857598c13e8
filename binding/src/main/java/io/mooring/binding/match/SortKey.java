package io.mooring.binding.match;

import io.mooring.quantity.Quantity;

/**
 * What volumes are sorted by: the smallest first, then the one with the fewest access modes, then by name.
 *
 * @param units the capacity in whole bytes, rounded up, and cut off where a long ends: a comparison of two longs settles
 *     most cases, and only equal units need the exact capacities
 */
record SortKey(long units, Quantity capacity, int modeCount, String name) implements Comparable<SortKey> {

    static SortKey of(Quantity capacity, int modeCount, String name) {
        return new SortKey(unitsOf(capacity), capacity, modeCount, name);
    }

    /** Sorts before every volume that holds this much, and after every volume that holds less. */
    static SortKey before(Quantity capacity) {
        return of(capacity, -1, "");
    }

    /** Monotonic: of two capacities the larger one never has fewer units. */
    private static long unitsOf(Quantity capacity) {
        try {
            return capacity.toUnitsRoundedAwayFromZero();
        } catch (ArithmeticException beyondLong) {
            return capacity.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    @Override
    public int compareTo(SortKey other) {
        int byUnits = Long.compare(units, other.units);
        if (byUnits != 0) {
            return byUnits;
        }
        int byCapacity = capacity.compareTo(other.capacity);
        if (byCapacity != 0) {
            return byCapacity;
        }
        int byModes = Integer.compare(modeCount, other.modeCount);
        return byModes != 0 ? byModes : name.compareTo(other.name);
    }
}
