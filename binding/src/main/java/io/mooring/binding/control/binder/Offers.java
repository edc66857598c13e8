package io.mooring.binding.control.binder;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.match.VolumePool;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
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
    private static final String KIND = "offer of " + PersistentVolume.KIND.name();

    private Offers() {}

    /** The key under which this volume's offer is looked at; no object has it. */
    static Ref<?> keyOf(PersistentVolume volume) {
        return new Ref<?>(KIND, "", volume.metadata().name());
    }

    static boolean isKey(Ref<?> key) {
        return key.kind().equals(KIND);
    }

    /** Whether any claim may have it. */
    static boolean isFree(PersistentVolume volume) {
        return volume.spec().claimRef().isEmpty()
                && !volume.metadata().isBeingDeleted()
                && volume.status().phase().filter(VolumePhase.AVAILABLE::equals).isPresent();
    }

    /**
     * The claims that wait, in the order of their keys, each take what they match until the volume is taken; one that
     * matches several volumes may take another.
     */
    static List<Write> reconcile(Cluster world, Ref<?> key) {
        List<Write> writes = new ArrayList<>();
        VolumePool volumes = world.volumes();
        for (PersistentVolumeClaim claim : (Iterable<PersistentVolumeClaim>) waiting(world, key)::iterator) {
            Optional<PersistentVolume> found = Matching.find(world, claim, volumes);
            if (found.isPresent()) {
                writes.addAll(ClaimSync.bind(world, claim, found.get()));
                volumes = volumes.without(found.get().metadata().name());
                if (found.get().metadata().name().equals(key.name())) {
                    return writes;
                }
            }
        }
        return writes;
    }

    /** Mooring's own order first; then each other waiting claim that can have the volume, as if it were alone. */
    static List<List<Write>> choices(Cluster world, Ref<?> key) {
        List<List<Write>> choices = new ArrayList<>();
        choices.add(reconcile(world, key));
        waiting(world, key)
                .flatMap(claim -> Matching.choices(world, claim).stream()
                        .filter(volume -> volume.metadata().name().equals(key.name()))
                        .map(volume -> ClaimSync.bind(world, claim, volume)))
                .filter(Predicate.not(choices.get(0)::equals))
                .forEach(choices::add);
        return choices;
    }

    private static Stream<PersistentVolumeClaim> waiting(Cluster world, Ref<?> key) {
        return world.volume(key.name())
                .filter(Offers::isFree)
                .filter(volume -> !StorageClasses.delaysBinding(world, volume.className()))
                .map(world::waitingClaimsFor)
                .orElse(Stream.empty())
                .filter(claim -> !claim.metadata().annotations().containsKey(VolumeAnnotations.BIND_COMPLETED));
    }
}
