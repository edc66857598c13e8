package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.FactCode;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All volumes held against what a claim asks for, whatever size it asks for: volumes of which the same is said are one sort, by
 * size. What is said for a size then costs as many steps as there are sorts, and not as many as there are volumes.
 */
final class SizedSurvey {
    private final int volumes;
    private final Optional<PersistentVolume> only;
    private final Quantity largest;
    private final List<Sort> sorts;

    private SizedSurvey(List<Entry> entries) {
        this.volumes = entries.size();
        this.only = entries.size() == 1 ? Optional.of(entries.get(0).volume()) : Optional.empty();
        this.largest =
                entries.stream().map(Entry::size).max(Comparator.naturalOrder()).orElse(Quantity.ZERO);
        Map<Said, List<Entry>> bySaid = new LinkedHashMap<>();
        entries.forEach(entry -> bySaid.computeIfAbsent(Said.of(entry), each -> new ArrayList<>())
                .add(entry));
        this.sorts = bySaid.entrySet().stream()
                .map(each -> new Sort(each.getKey(), each.getValue()))
                .toList();
    }

    /** Of volumes that are held against the claim as if it asked for no bytes. */
    static SizedSurvey of(Survey survey) {
        List<VolumeVerdict> verdicts = survey.verdicts();
        List<Entry> entries = new ArrayList<>();
        for (int place = 0; place < verdicts.size(); place++) {
            entries.add(new Entry(place, verdicts.get(place)));
        }
        return new SizedSurvey(entries);
    }

    /** The claim as if it asked for no bytes, so that every volume is large enough. */
    static PersistentVolumeClaim ofAnySize(PersistentVolumeClaim claim) {
        PersistentVolumeClaimSpec spec = claim.spec();
        return claim.withSpec(spec.withResources(spec.resources().withRequests(Map.of())));
    }

    int volumes() {
        return volumes;
    }

    /** The volume, if there is just one. */
    Optional<PersistentVolume> only() {
        return only;
    }

    /** How much the largest volume holds. */
    Quantity largest() {
        return largest;
    }

    /** How many volumes fail which demands of a claim that asks for so much. */
    Map<Set<Demand>, Integer> failures(Quantity size) {
        Map<Set<Demand>, Integer> failures = new HashMap<>();
        for (Sort sort : sorts) {
            int enough = sort.enough(size);
            add(failures, sort.said().failed(), enough);
            add(failures, sort.said().failedIfTooSmall(), sort.entries().size() - enough);
        }
        return failures;
    }

    /** How many volumes there are of which each is said. */
    Map<List<FactCode>, Integer> codes(Quantity size) {
        Map<List<FactCode>, Integer> codes = new HashMap<>();
        for (Sort sort : sorts) {
            int enough = sort.enough(size);
            add(codes, sort.said().codes(), enough);
            add(codes, sort.said().codesIfTooSmall(), sort.entries().size() - enough);
        }
        return codes;
    }

    private static <K> void add(Map<K, Integer> counts, K key, int count) {
        if (count > 0) {
            counts.merge(key, count, Integer::sum);
        }
    }

    /** Those that may be the nearest: of each sort the first that are large enough, and the largest of those that are not. */
    List<VolumeVerdict> near(Quantity size, int most) {
        List<Entry> near = new ArrayList<>();
        for (Sort sort : sorts) {
            near.addAll(sort.firstEnough(sort.enough(size), most));
            near.addAll(sort.largestTooSmall(sort.enough(size), most));
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Entry::place))
                .map(entry -> entry.verdict(size))
                .toList();
    }

    /**
     * A volume, and what is said of it for a claim of no bytes.
     *
     * @param place among all, by name
     */
    private record Entry(int place, VolumeVerdict ifLargeEnough) {
        PersistentVolume volume() {
            return ifLargeEnough.volume();
        }

        Quantity size() {
            return volume().storageCapacity();
        }

        VolumeVerdict verdict(Quantity requested) {
            return size().compareTo(requested) >= 0 ? ifLargeEnough : ifTooSmall(requested);
        }

        /** Where a volume is too small, nobody asks from where it is reached. */
        VolumeVerdict ifTooSmall(Quantity requested) {
            List<Mismatch> all = new ArrayList<>(ifLargeEnough.mismatches());
            int place = (int) all.stream()
                    .filter(mismatch -> mismatch.rule().compareTo(MatchRule.CAPACITY) < 0)
                    .count();
            all.add(place, new Mismatch.CapacityTooSmall(requested, size()));
            return new VolumeVerdict(volume(), all, Optional.empty());
        }
    }

    /** What is said of a volume, but for numbers and names. */
    private record Said(
            Set<Demand> failed, List<FactCode> codes, Set<Demand> failedIfTooSmall, List<FactCode> codesIfTooSmall) {
        static Said of(Entry entry) {
            VolumeVerdict large = entry.ifLargeEnough();
            VolumeVerdict small = entry.ifTooSmall(entry.size());
            return new Said(
                    Demands.failedBy(large), MismatchCode.of(large), Demands.failedBy(small), MismatchCode.of(small));
        }
    }

    /** Volumes of which the same is said. */
    private static final class Sort {
        private final Said said;
        private final List<Entry> entries;

        /** Of the largest volumes, so many as the index says and one more: the first of them by name. */
        private final List<List<Entry>> firsts;

        Sort(Said said, List<Entry> byName) {
            this.said = said;
            this.entries = byName.stream()
                    .sorted(Comparator.comparing(Entry::size, Comparator.reverseOrder())
                            .thenComparingInt(Entry::place))
                    .toList();
            this.firsts = firsts(entries);
        }

        private static List<List<Entry>> firsts(List<Entry> largestFirst) {
            List<List<Entry>> firsts = new ArrayList<>();
            List<Entry> now = List.of();
            for (Entry entry : largestFirst) {
                if (now.size() < Nearest.MOST
                        || entry.place() < now.get(Nearest.MOST - 1).place()) {
                    List<Entry> next = new ArrayList<>(now);
                    next.add(entry);
                    next.sort(Comparator.comparingInt(Entry::place));
                    now = List.copyOf(next.subList(0, Math.min(Nearest.MOST, next.size())));
                }
                firsts.add(now);
            }
            return firsts;
        }

        Said said() {
            return said;
        }

        /** The largest first, then by name. */
        List<Entry> entries() {
            return entries;
        }

        /** How many hold so much. */
        int enough(Quantity size) {
            int low = 0;
            int high = entries.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (entries.get(middle).size().compareTo(size) >= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        List<Entry> firstEnough(int enough, int most) {
            return enough == 0
                    ? List.of()
                    : firsts.get(enough - 1).stream().limit(most).toList();
        }

        List<Entry> largestTooSmall(int enough, int most) {
            return entries.subList(enough, Math.min(enough + most, entries.size()));
        }
    }
}
