package io.mooring.binding.check;

import io.mooring.binding.check.Prospect.Miss;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeBindingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is for claims that ask for the same but the size. Every volume is held once against a claim of no bytes; for each
 * size the volumes, sorted by how much they hold, fall into those that are large enough and those that are not.
 */
final class SizedProspects {
    /** Volumes against which so many rules speak when they are large enough. */
    private final Map<Integer, Sort> sorts;

    /** Those against which none does, as people wrote their sizes. */
    private final Map<QuantityFormat, Sort> faultless;

    private SizedProspects(List<Entry> byName) {
        this.sorts = sorts(byName.stream(), entry -> entry.mismatches().size());
        this.faultless = sorts(
                byName.stream().filter(entry -> entry.mismatches().isEmpty()),
                entry -> entry.size().format());
    }

    private static <K> Map<K, Sort> sorts(Stream<Entry> byName, Function<Entry, K> key) {
        Map<K, Sort> sorts = new TreeMap<>();
        byName.collect(Collectors.groupingBy(key)).forEach((each, entries) -> sorts.put(each, new Sort(entries)));
        return sorts;
    }

    /** What there is for the claim whatever size it asks for, among volumes that are there to stay. */
    static SizedProspects of(PersistentVolumeClaim claim, VolumePool pool) {
        Search search = Search.byController(ofAnySize(claim), VolumeBindingMode.IMMEDIATE);
        List<Entry> byName = new ArrayList<>();
        VolumeMatcher.evaluate(search, pool)
                .forEach(each ->
                        byName.add(new Entry(byName.size(), each.volume(), lasting(each.mismatches(), each.volume()))));
        return new SizedProspects(byName);
    }

    /** The claim as if it asked for no bytes, so that every volume is large enough. */
    static PersistentVolumeClaim ofAnySize(PersistentVolumeClaim claim) {
        PersistentVolumeClaimSpec spec = claim.spec();
        return claim.withSpec(spec.withResources(spec.resources().withRequests(Map.of())));
    }

    /** A phase passes; who has a volume now may give it up only under Recycle. */
    private static List<Mismatch> lasting(List<Mismatch> mismatches, PersistentVolume volume) {
        Stream<Mismatch> all = mismatches.stream().filter(mismatch -> mismatch.rule() != MatchRule.PHASE);
        return (volume.hasReclaimPolicy(ReclaimPolicy.RECYCLE)
                        ? all.filter(mismatch -> mismatch.rule() != MatchRule.NOT_ANOTHER_CLAIMS)
                        : all)
                .toList();
    }

    /** What there is for one that asks for so much. */
    Prospect of(Quantity size) {
        return new Prospect(fitting(size), nearest(size), shortByUnit(size));
    }

    private Fitting fitting(Quantity size) {
        return Optional.ofNullable(sorts.get(0))
                .map(sort -> Fitting.of(
                        sort.enough(size),
                        sort.firstEnough(size).stream().findFirst().map(Entry::volume)))
                .orElse(Fitting.NONE);
    }

    private List<Miss> nearest(Quantity size) {
        List<Miss> near = new ArrayList<>();
        sorts.forEach((count, sort) -> {
            if (count > 0) {
                sort.firstEnough(size).forEach(entry -> near.add(entry.miss()));
            }
            sort.firstTooSmall(size).forEach(entry -> near.add(entry.tooSmall(size)));
        });
        return Prospect.nearest(near.stream());
    }

    /** The largest of those that are too small by the difference of two units, as they are written. */
    private Optional<PersistentVolume> shortByUnit(Quantity size) {
        return faultless.values().stream()
                .flatMap(sort -> sort.largestTooSmall(size).stream())
                .filter(entry -> OddAmounts.differByUnit(size, entry.size()))
                .min(Entry.LARGEST_FIRST)
                .map(Entry::volume);
    }

    /**
     * A volume, and what speaks against it if it is large enough.
     *
     * @param place among all, by name
     */
    private record Entry(int place, PersistentVolume volume, List<Mismatch> mismatches) {
        static final Comparator<Entry> LARGEST_FIRST =
                Comparator.comparing(Entry::size, Comparator.reverseOrder()).thenComparingInt(Entry::place);

        Quantity size() {
            return volume.storageCapacity();
        }

        Miss miss() {
            return new Miss(volume, mismatches);
        }

        Miss tooSmall(Quantity requested) {
            List<Mismatch> all = new ArrayList<>(mismatches);
            int earlier = (int) all.stream()
                    .filter(mismatch -> mismatch.rule().compareTo(MatchRule.CAPACITY) < 0)
                    .count();
            all.add(earlier, new Mismatch.CapacityTooSmall(requested, size()));
            return new Miss(volume, all);
        }
    }

    /** Volumes, the smallest first. */
    private static final class Sort {
        private final List<Entry> entries;
        private final List<PersistentVolume> volumes;

        /** Of so many of the smallest, the first by name. */
        private final List<List<Entry>> firstsBelow;

        /** Of so many of the largest, the first by name. */
        private final List<List<Entry>> firstsAbove;

        Sort(List<Entry> byName) {
            this.entries = byName.stream()
                    .sorted(Comparator.comparing(Entry::size).thenComparingInt(Entry::place))
                    .toList();
            this.volumes = entries.stream().map(Entry::volume).toList();
            this.firstsBelow = firsts(entries);
            List<Entry> reversed = new ArrayList<>(entries);
            Collections.reverse(reversed);
            this.firstsAbove = firsts(reversed);
        }

        private static List<List<Entry>> firsts(List<Entry> entries) {
            List<List<Entry>> firsts = new ArrayList<>();
            List<Entry> now = List.of();
            firsts.add(now);
            for (Entry entry : entries) {
                if (now.size() < Prospect.MOST_NEAREST
                        || entry.place() < now.get(now.size() - 1).place()) {
                    now = Stream.concat(now.stream(), Stream.of(entry))
                            .sorted(Comparator.comparingInt(Entry::place))
                            .limit(Prospect.MOST_NEAREST)
                            .toList();
                }
                firsts.add(now);
            }
            return firsts;
        }

        /** How many hold less. */
        private int below(Quantity size) {
            int low = 0;
            int high = entries.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (entries.get(middle).size().compareTo(size) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        List<PersistentVolume> enough(Quantity size) {
            return volumes.subList(below(size), volumes.size());
        }

        List<Entry> firstEnough(Quantity size) {
            return firstsAbove.get(entries.size() - below(size));
        }

        List<Entry> firstTooSmall(Quantity size) {
            return firstsBelow.get(below(size));
        }

        /** The first of them by name. */
        Optional<Entry> largestTooSmall(Quantity size) {
            int below = below(size);
            return below == 0
                    ? Optional.empty()
                    : Optional.of(entries.get(below(entries.get(below - 1).size())));
        }
    }
}
