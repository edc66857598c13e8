package io.mooring.binding.match;

import io.mooring.storage.AccessMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The access modes that Kubernetes knows, as a set of bits. Other modes are left out, as the controller's index leaves
 * them out. Models {@code GetAccessModesAsString}.
 */
record AccessModeSet(int bits) {
    private static final List<AccessMode> KNOWN = List.of(
            AccessMode.READ_WRITE_ONCE,
            AccessMode.READ_ONLY_MANY,
            AccessMode.READ_WRITE_MANY,
            AccessMode.READ_WRITE_ONCE_POD);

    /** How many sets there are. */
    static final int COUNT = 1 << KNOWN.size();

    private static final List<AccessModeSet> ALL =
            IntStream.range(0, COUNT).mapToObj(AccessModeSet::new).toList();

    private static final List<List<List<AccessModeSet>>> SUPERSETS_BY_SIZE =
            ALL.stream().map(AccessModeSet::computeSupersets).toList();

    static AccessModeSet of(Collection<AccessMode> modes) {
        int bits = 0;
        for (AccessMode mode : modes) {
            int index = KNOWN.indexOf(mode);
            bits |= index < 0 ? 0 : 1 << index;
        }
        return new AccessModeSet(bits);
    }

    static boolean areAllKnown(Collection<AccessMode> modes) {
        return KNOWN.containsAll(modes);
    }

    boolean isSubsetOf(AccessModeSet other) {
        return (bits & other.bits) == bits;
    }

    /** Every set that has all of these modes, grouped by size, the smallest first. */
    List<List<AccessModeSet>> supersetsBySize() {
        return SUPERSETS_BY_SIZE.get(bits);
    }

    private List<List<AccessModeSet>> computeSupersets() {
        return IntStream.rangeClosed(size(), KNOWN.size())
                .mapToObj(size -> ALL.stream()
                        .filter(set -> isSubsetOf(set) && set.size() == size)
                        .toList())
                .toList();
    }

    int size() {
        return Integer.bitCount(bits);
    }
}
