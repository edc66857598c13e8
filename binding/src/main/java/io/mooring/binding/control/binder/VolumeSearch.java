package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;

/** The binder's search for a volume. Models {@code findBestMatchForClaim}. */
final class VolumeSearch {
    private VolumeSearch() {}

    static Optional<PersistentVolume> find(Cluster cluster, PersistentVolumeClaim claim) {
        return find(cluster, claim, cluster.view(VolumeIndexes.POOL));
    }

    /** The same among these volumes only. */
    static Optional<PersistentVolume> find(Cluster cluster, PersistentVolumeClaim claim, VolumePool volumes) {
        return VolumeMatcher.match(ClaimFindings.search(cluster, claim), volumes)
                .found();
    }

    /** Every volume that upstream may find; Mooring's own choice first. */
    static List<PersistentVolume> choices(Cluster cluster, PersistentVolumeClaim claim) {
        return VolumeMatcher.choices(ClaimFindings.search(cluster, claim), cluster.view(VolumeIndexes.POOL)).stream()
                .flatMap(match -> match.found().stream())
                .toList();
    }
}
