package io.mooring.binding.match;

import io.mooring.quantity.Quantity;

/** Where a volume stands among those that do: smallest first, then fewest modes, then by name. */
record Rank(Quantity capacity, int modeCount, String name) implements Comparable<Rank> {

    /** Stands before every volume that holds this much, and after every one that holds less. */
    static Rank before(Quantity capacity) {
        return new Rank(capacity, -1, "");
    }

    @Override
    public int compareTo(Rank other) {
        int byCapacity = capacity.compareTo(other.capacity);
        if (byCapacity != 0) {
            return byCapacity;
        }
        int byModes = Integer.compare(modeCount, other.modeCount);
        return byModes != 0 ? byModes : name.compareTo(other.name);
    }
}
