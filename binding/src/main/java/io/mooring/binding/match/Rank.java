package io.mooring.binding.match;

import io.mooring.quantity.Quantity;

/**
 * Where a volume stands among those that do: smallest first, then fewest modes, then by name.
 *
 * @param units the capacity in whole units, near enough to tell most capacities apart without reading them
 */
record Rank(long units, Quantity capacity, int modeCount, String name) implements Comparable<Rank> {

    static Rank of(Quantity capacity, int modeCount, String name) {
        return new Rank(unitsOf(capacity), capacity, modeCount, name);
    }

    /** Stands before every volume that holds this much, and after every one that holds less. */
    static Rank before(Quantity capacity) {
        return of(capacity, -1, "");
    }

    /** Never falls where the capacity rises. */
    private static long unitsOf(Quantity capacity) {
        try {
            return capacity.toUnitsRoundedAwayFromZero();
        } catch (ArithmeticException beyondLong) {
            return capacity.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    @Override
    public int compareTo(Rank other) {
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
