package io.mooring.binding.explain.claim;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of holding all volumes against what a claim asks for; once for all claims that ask for the same.
 *
 * @param volumes how many there are
 * @param only the volume, if there is just one
 * @param largest how much the largest volume holds
 * @param core the fewest demands that rule out every volume; empty if one fits or there is none
 * @param meeting how many volumes meet each demand of the core
 */
record Surveyed(
        int volumes,
        Optional<Ref<PersistentVolume>> only,
        Quantity largest,
        List<Demand> core,
        Map<Demand, Integer> meeting,
        Nearest nearest) {

    static Surveyed of(Evidence evidence, PersistentVolumeClaim claim) {
        Cluster cluster = evidence.cluster();
        return evidence.answer(
                question(cluster, claim),
                Surveyed.class,
                () -> of(cluster, claim, new Survey(cluster, claim).verdicts()));
    }

    private static Surveyed of(Cluster cluster, PersistentVolumeClaim claim, List<VolumeVerdict> verdicts) {
        Map<Set<Demand>, Long> failures =
                verdicts.stream().collect(Collectors.groupingBy(Demands::failedBy, Collectors.counting()));
        List<Demand> core = Core.of(failures.keySet());
        Map<Demand, Integer> meeting = new HashMap<>();
        for (Demand demand : core) {
            long count = failures.entrySet().stream()
                    .filter(each -> !each.getKey().contains(demand))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            meeting.put(demand, (int) count);
        }
        return new Surveyed(
                verdicts.size(),
                verdicts.size() == 1 ? Optional.of(verdicts.get(0).ref()) : Optional.empty(),
                verdicts.stream()
                        .map(verdict -> verdict.volume().storageCapacity())
                        .max(Comparator.naturalOrder())
                        .orElse(Quantity.ZERO),
                core,
                meeting,
                Nearest.of(cluster, claim, verdicts));
    }

    /** Whether some volume fits. */
    boolean isServed() {
        return volumes > 0 && core.isEmpty();
    }

    /** What a claim asks for, with the spelling of the size, which is repeated in words. */
    private record Asked(
            Optional<String> className,
            String size,
            List<AccessMode> modes,
            VolumeMode volumeMode,
            Optional<LabelSelector> selector,
            String attributesClass,
            Optional<Ref<Node>> node) {}

    /** A claim that volumes name, be it an earlier one of its name, sees them with other eyes than everybody else. */
    private static Object question(Cluster cluster, PersistentVolumeClaim claim) {
        boolean isNamed = VolumeIndexes.VOLUMES_BY_CLAIM
                .find(cluster, claim.ref())
                .findAny()
                .isPresent();
        return isNamed
                ? claim.ref()
                : new Asked(
                        claim.className(),
                        claim.requestedStorage().toString(),
                        claim.spec().accessModes(),
                        claim.volumeMode(),
                        claim.spec().selector(),
                        claim.attributesClassName(),
                        claim.selectedNode());
    }
}
