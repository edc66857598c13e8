package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.Candidate;
import io.mooring.binding.explain.CandidateGroup;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The volumes that come nearest to what a claim asks for, each with all that speaks against it, and the rest counted by what
 * speaks against them.
 */
record Nearest(List<Candidate> candidates, List<CandidateGroup> others) {
    /** More are not listed one by one. */
    static final int MOST = 8;

    /** Of as many, those of which less is said. */
    private static final Comparator<CandidateGroup> MOST_FIRST = Comparator.comparingInt(CandidateGroup::count)
            .reversed()
            .thenComparingInt(group -> group.codes().size())
            .thenComparing(CandidateGroup::text);

    /**
     * What a volume is ranked by. A volume's size is what changes least: those that are too small come last, the largest of
     * them first.
     *
     * @param size of one that is too small; else nothing
     */
    private record Ranked(int misses, boolean isTooSmall, Quantity size, VolumeVerdict verdict) {
        static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::misses)
                .thenComparing(Ranked::isTooSmall)
                .thenComparing(Ranked::size, Comparator.reverseOrder());

        static Ranked of(VolumeVerdict verdict) {
            Optional<Quantity> tooSmall = verdict.tooSmall();
            return new Ranked(verdict.misses(), tooSmall.isPresent(), tooSmall.orElse(Quantity.ZERO), verdict);
        }
    }

    /**
     * Those that fail the fewest rules first; of those that are too small the largest; then by name.
     *
     * @param near those that may be the nearest, by name
     * @param codes what is said of how many, those that are near among them
     */
    static Nearest of(
            Cluster cluster,
            PersistentVolumeClaim claim,
            List<VolumeVerdict> near,
            Map<List<FactCode>, Integer> codes) {
        return of(cluster, claim, near, codes, volume -> "fits");
    }

    /**
     * @param verdicts of all, by name
     * @param fitting what is said of a volume that fits, wherever the pod goes
     */
    static Nearest of(
            Cluster cluster,
            PersistentVolumeClaim claim,
            List<VolumeVerdict> verdicts,
            Function<PersistentVolume, String> fitting) {
        Map<List<FactCode>, Integer> codes = new HashMap<>();
        verdicts.forEach(verdict -> codes.merge(MismatchCode.of(verdict), 1, Integer::sum));
        return of(cluster, claim, verdicts, codes, fitting);
    }

    private static Nearest of(
            Cluster cluster,
            PersistentVolumeClaim claim,
            List<VolumeVerdict> near,
            Map<List<FactCode>, Integer> codes,
            Function<PersistentVolume, String> fitting) {
        List<VolumeVerdict> nearest = near.stream()
                .map(Ranked::of)
                .sorted(Ranked.ORDER)
                .limit(MOST)
                .map(Ranked::verdict)
                .toList();
        Map<List<FactCode>, Integer> rest = new HashMap<>(codes);
        nearest.forEach(verdict -> rest.merge(MismatchCode.of(verdict), -1, Integer::sum));
        return new Nearest(
                nearest.stream()
                        .map(verdict -> VolumeFacts.of(cluster, claim, verdict, fitting))
                        .toList(),
                rest.entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .map(each -> new CandidateGroup(each.getValue(), each.getKey(), text(each.getKey())))
                        .sorted(MOST_FIRST)
                        .toList());
    }

    private static String text(List<FactCode> codes) {
        return codes.stream().map(Nearest::word).collect(Collectors.joining("; "));
    }

    private static String word(FactCode code) {
        return switch (code) {
            case VOLUME_CAPACITY -> "too small";
            case VOLUME_TAKEN -> "taken";
            case VOLUME_CLASS -> "of another class";
            case VOLUME_ACCESS_MODES -> "without an access mode that is asked for";
            case VOLUME_MODE -> "of the other volume mode";
            case VOLUME_ATTRIBUTES_CLASS -> "of another attributes class";
            case VOLUME_LABELS -> "without the labels";
            case VOLUME_DELETION -> "being deleted";
            case VOLUME_PHASE -> "not Available";
            case VOLUME_REACH -> "out of reach";
            case VOLUME_DELAYED -> "left to the scheduler";
            case CLAIM_SELECTOR -> "not to be compared with the selector";
            case VOLUME_FITS -> "fitting";
            default -> throw new IllegalArgumentException("not said of volumes: " + code);
        };
    }
}
