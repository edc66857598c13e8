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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Object question = question(cluster, claim);
        SizedSurvey survey = evidence.answer(
                question, SizedSurvey.class, () -> SizedSurvey.of(new Survey(cluster, SizedSurvey.ofAnySize(claim))));
        Quantity size = claim.requestedStorage();
        return evidence.answer(
                new Sized(question, size.toString()), Surveyed.class, () -> of(cluster, claim, survey, size));
    }

    private static Surveyed of(Cluster cluster, PersistentVolumeClaim claim, SizedSurvey survey, Quantity size) {
        Map<Set<Demand>, Integer> failures = survey.failures(size);
        List<Demand> core = Core.of(failures.keySet());
        Map<Demand, Integer> meeting = new HashMap<>();
        for (Demand demand : core) {
            int count = failures.entrySet().stream()
                    .filter(each -> !each.getKey().contains(demand))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            meeting.put(demand, count);
        }
        return new Surveyed(
                survey.volumes(),
                survey.only().map(PersistentVolume::ref),
                survey.largest(),
                core,
                meeting,
                Nearest.of(cluster, claim, survey.near(size, Nearest.MOST), survey.codes(size)));
    }

    /** Whether some volume fits. */
    boolean isServed() {
        return volumes > 0 && core.isEmpty();
    }

    /** A question about volumes of a size, with its spelling, which is repeated in words. */
    private record Sized(Object question, String size) {}

    /** What a claim asks for but the size. */
    private record Asked(
            Optional<String> className,
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
                        claim.spec().accessModes(),
                        claim.volumeMode(),
                        claim.spec().selector(),
                        claim.attributesClassName(),
                        claim.selectedNode());
    }
}
