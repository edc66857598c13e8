package io.mooring.binding.check;

import io.mooring.binding.match.Mismatch;
import io.mooring.storage.PersistentVolume;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is for a claim.
 *
 * @param fitting the volumes that it may get
 * @param nearest some of the others: those that the fewest rules speak against
 * @param shortByUnit the largest of those that are too small, which is all that speaks against them, by the difference
 *     between a unit of 1024 and its neighbour of 1000
 */
record Prospect(Fitting fitting, List<Miss> nearest, Optional<PersistentVolume> shortByUnit) {
    static final int MOST_NEAREST = 3;
    private static final Comparator<Miss> NEAREST_FIRST = Comparator.<Miss>comparingInt(
                    miss -> miss.mismatches().size())
            .thenComparing(miss -> miss.volume().ref());
    private static final Comparator<PersistentVolume> BY_SIZE = Comparator.comparing(PersistentVolume::storageCapacity);

    static final Prospect NONE = new Prospect(Fitting.NONE, List.of(), Optional.empty());

    Prospect {
        nearest = List.copyOf(nearest);
    }

    /** A volume that will not do. */
    record Miss(PersistentVolume volume, List<Mismatch> mismatches) {}

    Prospect and(Prospect other) {
        return new Prospect(
                fitting.and(other.fitting),
                nearest(Stream.concat(nearest.stream(), other.nearest.stream())),
                Stream.concat(shortByUnit.stream(), other.shortByUnit.stream()).max(BY_SIZE));
    }

    /** The nearest of these. */
    static List<Miss> nearest(Stream<Miss> misses) {
        return misses.sorted(NEAREST_FIRST).limit(MOST_NEAREST).toList();
    }

    Prospect without(Collection<PersistentVolume> apart) {
        return new Prospect(
                fitting.without(apart),
                nearest.stream().filter(miss -> !apart.contains(miss.volume())).toList(),
                shortByUnit.filter(volume -> !apart.contains(volume)));
    }
}
