package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.control.volume.WaitingClaims;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Gives a volume that became free to a claim that waits. Upstream looks at every waiting claim on its resync; what it
 * finds then is the same, for nothing but a free volume lets one of them match.
 */
final class FreeVolumes {
    private FreeVolumes() {}

    /**
     * The claims that wait, in the order of their names, each take what they match until the volume is taken; one that
     * matches several volumes may take another.
     */
    static List<Write> reconcile(Cluster cluster, Ref<PersistentVolume> freed) {
        List<Write> writes = new ArrayList<>();
        VolumePool volumes = cluster.view(VolumeIndexes.POOL);
        for (PersistentVolumeClaim claim : (Iterable<PersistentVolumeClaim>) waiting(cluster, freed)::iterator) {
            Optional<PersistentVolume> found = VolumeSearch.find(cluster, claim, volumes);
            if (found.isPresent()) {
                writes.addAll(ClaimSync.bind(cluster, claim, found.get()));
                volumes = volumes.without(found.get().metadata().name());
                if (found.get().ref().equals(freed)) {
                    return writes;
                }
            }
        }
        return writes;
    }

    /** Mooring's own order first; then each other waiting claim that can have the volume, as if it were alone. */
    static List<List<Write>> choices(Cluster cluster, Ref<PersistentVolume> freed) {
        List<List<Write>> choices = new ArrayList<>();
        choices.add(reconcile(cluster, freed));
        waiting(cluster, freed)
                .flatMap(claim -> VolumeSearch.choices(cluster, claim).stream()
                        .filter(volume -> volume.ref().equals(freed))
                        .map(volume -> ClaimSync.bind(cluster, claim, volume)))
                .filter(Predicate.not(choices.get(0)::equals))
                .forEach(choices::add);
        return choices;
    }

    private static Stream<PersistentVolumeClaim> waiting(Cluster cluster, Ref<PersistentVolume> freed) {
        return cluster.get(freed)
                .filter(PersistentVolume::isFree)
                .filter(volume -> cluster.storageClass(volume.className())
                        .filter(StorageClass::waitsForFirstConsumer)
                        .isEmpty())
                .map(volume -> WaitingClaims.metBy(volume, cluster))
                .orElse(Stream.empty())
                .filter(claim -> !claim.wasBound());
    }
}
