package io.mooring.binding.check;

import io.mooring.binding.match.Mismatch;
import io.mooring.storage.PersistentVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is for a claim.
 *
 * @param fitting the volumes that it may get
 * @param nearest some of the others: those that the fewest rules speak against
 * @param shortByUnit the largest of those that are too small, which is all that speaks against them, by the difference
 *     between a unit of 1024 and its neighbour of 1000
 */
record Prospect(List<PersistentVolume> fitting, List<Miss> nearest, Optional<PersistentVolume> shortByUnit) {
    private static final int MOST_NEAREST = 3;
    private static final Comparator<Miss> NEAREST_FIRST = Comparator.<Miss>comparingInt(
                    miss -> miss.mismatches().size())
            .thenComparing(miss -> miss.volume().ref());
    private static final Comparator<PersistentVolume> BY_SIZE = Comparator.comparing(PersistentVolume::storageCapacity);

    static final Prospect NONE = new Prospect(List.of(), List.of(), Optional.empty());

    Prospect {
        fitting = List.copyOf(fitting);
        nearest = List.copyOf(nearest);
    }

    /** A volume that will not do. */
    record Miss(PersistentVolume volume, List<Mismatch> mismatches) {}

    Prospect and(Prospect other) {
        return new Prospect(
                Stream.concat(fitting.stream(), other.fitting.stream())
                        .distinct()
                        .toList(),
                Stream.concat(nearest.stream(), other.nearest.stream())
                        .sorted(NEAREST_FIRST)
                        .limit(MOST_NEAREST)
                        .toList(),
                Stream.concat(shortByUnit.stream(), other.shortByUnit.stream()).max(BY_SIZE));
    }

    Prospect without(Predicate<PersistentVolume> apart) {
        return new Prospect(
                fitting.stream().filter(apart.negate()).toList(),
                nearest.stream().filter(miss -> !apart.test(miss.volume())).toList(),
                shortByUnit.filter(apart.negate()));
    }

    /** Collects one, volume by volume, by name. */
    static final class Collector {
        private final Predicate<Miss> isShortByUnit;
        private final List<PersistentVolume> fitting = new ArrayList<>();
        private final List<Miss> nearest = new ArrayList<>();
        private Optional<PersistentVolume> shortByUnit = Optional.empty();

        Collector(Predicate<Miss> isShortByUnit) {
            this.isShortByUnit = isShortByUnit;
        }

        void add(PersistentVolume volume, List<Mismatch> mismatches) {
            if (mismatches.isEmpty()) {
                fitting.add(volume);
                return;
            }
            Miss miss = new Miss(volume, mismatches);
            if (nearest.size() < MOST_NEAREST || NEAREST_FIRST.compare(miss, nearest.get(MOST_NEAREST - 1)) < 0) {
                nearest.add(miss);
                nearest.sort(NEAREST_FIRST);
                nearest.subList(Math.min(MOST_NEAREST, nearest.size()), nearest.size())
                        .clear();
            }
            if (isShortByUnit.test(miss)) {
                shortByUnit =
                        Stream.concat(shortByUnit.stream(), Stream.of(volume)).max(BY_SIZE);
            }
        }

        Prospect collected() {
            return new Prospect(fitting, nearest, shortByUnit);
        }
    }
}
