package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumePhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A volume that became free is offered to the claims that wait. Upstream looks at every waiting claim on its resync; what
 * it finds then is the same, for nothing but a free volume lets one of them match.
 */
final class Offers {
    private Offers() {}

    /** Whether any claim may have it. */
    static boolean isFree(PersistentVolume volume) {
        return volume.spec().claimRef().isEmpty()
                && !volume.metadata().isBeingDeleted()
                && volume.status().phase().filter(VolumePhase.AVAILABLE::equals).isPresent();
    }

    /**
     * The claims that wait, in the order of their names, each take what they match until the volume is taken; one that
     * matches several volumes may take another.
     */
    static List<Write> reconcile(Cluster world, Ref<PersistentVolume> offered) {
        List<Write> writes = new ArrayList<>();
        VolumePool volumes = world.view(VolumeIndexes.POOL);
        for (PersistentVolumeClaim claim : (Iterable<PersistentVolumeClaim>) waiting(world, offered)::iterator) {
            Optional<PersistentVolume> found = Matching.find(world, claim, volumes);
            if (found.isPresent()) {
                writes.addAll(ClaimSync.bind(world, claim, found.get()));
                volumes = volumes.without(found.get().metadata().name());
                if (found.get().metadata().name().equals(offered.name())) {
                    return writes;
                }
            }
        }
        return writes;
    }

    /** Mooring's own order first; then each other waiting claim that can have the volume, as if it were alone. */
    static List<List<Write>> choices(Cluster world, Ref<PersistentVolume> offered) {
        List<List<Write>> choices = new ArrayList<>();
        choices.add(reconcile(world, offered));
        waiting(world, offered)
                .flatMap(claim -> Matching.choices(world, claim).stream()
                        .filter(volume -> volume.metadata().name().equals(offered.name()))
                        .map(volume -> ClaimSync.bind(world, claim, volume)))
                .filter(Predicate.not(choices.get(0)::equals))
                .forEach(choices::add);
        return choices;
    }

    private static Stream<PersistentVolumeClaim> waiting(Cluster world, Ref<PersistentVolume> offered) {
        return world.get(offered)
                .filter(Offers::isFree)
                .filter(volume -> world.storageClass(volume.className())
                        .filter(StorageClass::waitsForFirstConsumer)
                        .isEmpty())
                .map(volume -> WaitingClaims.metBy(volume, world))
                .orElse(Stream.empty())
                .filter(claim -> !claim.metadata().annotations().containsKey(VolumeAnnotations.BIND_COMPLETED));
    }
}
