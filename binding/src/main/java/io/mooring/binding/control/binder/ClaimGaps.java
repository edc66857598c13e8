package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.finding.ClaimGap;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.Optional;

/** What is not known of a claim that names no volume, in a cluster that was opened without a kind that it depends on. */
final class ClaimGaps {
    private ClaimGaps() {}

    /** What would have to be known to search for a volume: a class may leave the search to the scheduler. */
    static Optional<ClaimGap> beforeSearch(Cluster cluster, PersistentVolumeClaim claim) {
        if (!cluster.isKnown(PersistentVolume.KIND)) {
            return Optional.of(new ClaimGap.Volumes());
        }
        return cluster.isKnown(StorageClass.KIND)
                ? Optional.empty()
                : claim.className()
                        .filter(name -> !name.isEmpty())
                        .map(name -> new ClaimGap.ItsClass(StorageClass.ref(name)));
    }

    /** What would have to be known where no volume fits. */
    static Optional<ClaimGap> afterSearch(Cluster cluster, PersistentVolumeClaim claim) {
        if (claim.className().isEmpty() && !cluster.isKnown(StorageClass.KIND)) {
            return Optional.of(new ClaimGap.DefaultClass());
        }
        return cluster.isKnown(Pod.KIND) || claim.selectedNode().isPresent()
                ? Optional.empty()
                : StorageClasses.of(cluster, claim)
                        .filter(StorageClass::waitsForFirstConsumer)
                        .map(storageClass -> new ClaimGap.Consumers(storageClass.ref()));
    }
}
