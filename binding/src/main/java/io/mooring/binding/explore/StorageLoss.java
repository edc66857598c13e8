package io.mooring.binding.explore;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** Whether somebody deletes or scrubs a storage, whatever the volume is called that has it now. */
public enum StorageLoss {
    /** It is deleted, as a volume's reclaim policy says. */
    DELETED,

    /** It is scrubbed, as a volume's reclaim policy says. */
    SCRUBBED;

    /**
     * What becomes of the storage in this very cluster; empty if nothing does.
     *
     * @param storage the sources of the volume whose data they are
     */
    public static Optional<StorageLoss> of(Cluster cluster, List<VolumeSource> storage) {
        return cluster.list(PersistentVolume.KIND)
                .filter(each -> each.spec().sources().equals(storage))
                .flatMap(each -> of(cluster, each).stream())
                .findFirst();
    }

    private static Optional<StorageLoss> of(Cluster cluster, PersistentVolume volume) {
        boolean isDeleted = cluster.finding(volume.ref())
                .filter(VolumeReclaimFinding.StorageDeleted.class::isInstance)
                .isPresent();
        return isDeleted
                ? Optional.of(DELETED)
                : VolumeFindings.reclaim(cluster, volume)
                        .filter(finding -> isScrubbing(cluster, finding))
                        .map(finding -> SCRUBBED);
    }

    /** As soon as its pod has a node. */
    private static boolean isScrubbing(Cluster cluster, VolumeReclaimFinding finding) {
        return finding instanceof VolumeReclaimFinding.Recycled
                || (finding instanceof VolumeReclaimFinding.RecyclerAtWork atWork
                        && cluster.get(atWork.pod()).filter(Pod::isPlaced).isPresent());
    }
}
