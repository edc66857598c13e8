package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;

/** The binder's way to the volume matcher. Models {@code findBestMatchForClaim}. */
final class Matching {
    private Matching() {}

    static Optional<PersistentVolume> find(Cluster world, PersistentVolumeClaim claim) {
        return find(world, claim, world.view(VolumeIndexes.POOL));
    }

    /** The same among these volumes only. */
    static Optional<PersistentVolume> find(Cluster world, PersistentVolumeClaim claim, VolumePool volumes) {
        return VolumeMatcher.match(search(world, claim), volumes).found();
    }

    /** Every volume that upstream may find; Mooring's own choice first. */
    static List<PersistentVolume> choices(Cluster world, PersistentVolumeClaim claim) {
        return VolumeMatcher.choices(search(world, claim), world.view(VolumeIndexes.POOL)).stream()
                .flatMap(match -> match.found().stream())
                .toList();
    }

    private static Search search(Cluster world, PersistentVolumeClaim claim) {
        return Search.byController(claim, StorageClasses.bindingMode(world, claim));
    }
}
