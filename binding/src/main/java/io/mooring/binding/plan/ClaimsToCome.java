package io.mooring.binding.plan;

import io.mooring.admission.quota.QuotaUsage;
import io.mooring.binding.claims.ExistingObjects;
import io.mooring.binding.claims.VolumeClaimTemplates;
import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.plan.VolumePlan.Refused;
import io.mooring.binding.plan.VolumePlan.Shortage;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.StorageClass;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cluster with every claim that sets and pods are yet to make, as the API server takes them.
 *
 * @param cluster with the claims, none of which has a volume yet
 * @param refused the claims that it does not take
 */
record ClaimsToCome(Cluster cluster, List<PersistentVolumeClaim> unmade, List<Refused> refused) {

    static ClaimsToCome of(Cluster cluster) {
        Cluster grown = cluster;
        List<PersistentVolumeClaim> unmade = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (PersistentVolumeClaim claim : (Iterable<PersistentVolumeClaim>) toCome(cluster)::iterator) {
            if (grown.get(claim.ref()).isEmpty()) {
                Outcome outcome = grown.create(claim);
                grown = outcome.cluster();
                outcome.answer().refused().ifPresent(answer -> {
                    unmade.add(claim);
                    refused.add(new Refused(claim.ref(), answer.message()));
                });
            }
        }
        return new ClaimsToCome(grown, unmade, refused);
    }

    /** What the controllers make when nothing else happens, and then what sets make when their pods come one after the other. */
    private static Stream<PersistentVolumeClaim> toCome(Cluster cluster) {
        Stream<PersistentVolumeClaim> made = cluster.settle()
                .list(PersistentVolumeClaim.KIND)
                .filter(claim -> cluster.get(claim.ref()).isEmpty())
                .map(ClaimsToCome::asAsked);
        Stream<PersistentVolumeClaim> ofSets = cluster.list(StatefulSet.KIND)
                .filter(set -> !set.metadata().isBeingDeleted() && canHaveItsPods(set))
                .flatMap(set -> VolumeClaimTemplates.claims(set, ExistingObjects.NONE).stream())
                .map(claim -> claim.decision().claim());
        return Stream.concat(made, ofSets);
    }

    /** Of a set that wants more than a cluster can have, none is made. */
    private static boolean canHaveItsPods(StatefulSet set) {
        return set.endOrdinal() - set.startOrdinal() <= PodLimit.MOST;
    }

    /** As somebody asks for it: without owners, which do not exist here yet, and without what controllers wrote. */
    private static PersistentVolumeClaim asAsked(PersistentVolumeClaim claim) {
        ObjectMeta.Builder metadata = ObjectMeta.builder()
                .namespace(claim.metadata().namespace())
                .name(claim.metadata().name())
                .labels(claim.metadata().labels());
        claim.metadata()
                .annotation(StorageClass.BETA_ANNOTATION)
                .ifPresent(name -> metadata.putAnnotations(StorageClass.BETA_ANNOTATION, name));
        return claim.withMetadata(metadata.build())
                .withSpec(claim.spec().withVolumeName(""))
                .withStatus(PersistentVolumeClaimStatus.builder().build());
    }

    /** The quotas that are too small for those that were refused, with what would be used if they were not. */
    List<Shortage> shortages() {
        return cluster.list(ResourceQuota.KIND)
                .flatMap(quota -> shortages(quota).stream())
                .toList();
    }

    private List<Shortage> shortages(ResourceQuota quota) {
        String namespace = quota.metadata().namespace();
        List<PersistentVolumeClaim> all = Stream.concat(
                        cluster.list(PersistentVolumeClaim.KIND, namespace).stream(),
                        unmade.stream()
                                .filter(claim -> claim.metadata().namespace().equals(namespace)))
                .toList();
        List<Shortage> shortages = new ArrayList<>();
        Map<String, Quantity> counted = QuotaUsage.counted(quota, all);
        for (Map.Entry<String, Quantity> hard : quota.spec().hard().entrySet()) {
            Quantity wanted = counted.getOrDefault(hard.getKey(), Quantity.ZERO);
            if (wanted.compareTo(hard.getValue()) > 0) {
                shortages.add(new Shortage(quota.ref(), hard.getKey(), hard.getValue(), wanted));
            }
        }
        return shortages;
    }
}
