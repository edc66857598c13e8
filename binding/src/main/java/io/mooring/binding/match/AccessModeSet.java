package io.mooring.binding.match;

import io.mooring.storage.AccessMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The access modes that Kubernetes knows, as a set; others are left out, as the controller's index leaves them out.
 * Models {@code GetAccessModesAsString}.
 */
record AccessModeSet(int bits) {
    private static final List<AccessMode> KNOWN = List.of(
            AccessMode.READ_WRITE_ONCE,
            AccessMode.READ_ONLY_MANY,
            AccessMode.READ_WRITE_MANY,
            AccessMode.READ_WRITE_ONCE_POD);

    /** How many sets there are. */
    static final int COUNT = 1 << KNOWN.size();

    /** How many modes a set can have. */
    static final int MAX_SIZE = KNOWN.size();

    private static final List<AccessModeSet> ALL =
            IntStream.range(0, COUNT).mapToObj(AccessModeSet::new).toList();

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

    boolean areWithin(AccessModeSet offered) {
        return (bits & offered.bits) == bits;
    }

    /** Every set that holds all of these. */
    List<AccessModeSet> supersets() {
        return ALL.stream().filter(this::areWithin).toList();
    }

    int size() {
        return Integer.bitCount(bits);
    }
}
