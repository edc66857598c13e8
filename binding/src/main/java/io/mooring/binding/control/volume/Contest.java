package io.mooring.binding.control.volume;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import java.util.Optional;

/** What controllers of volumes take from each other. */
public final class Contest {
    private Contest() {}

    /** Whether the write ties a volume to a claim that no claim held before. */
    public static boolean isForVolume(Cluster cluster, Write write) {
        return write instanceof Write.Update update
                && update.object() instanceof PersistentVolume volume
                && isHeld(Optional.of(volume))
                && !isHeld(cluster.get(volume.ref()));
    }

    private static boolean isHeld(Optional<PersistentVolume> volume) {
        return volume.flatMap(found -> found.spec().claimRef())
                .map(ObjectReference::uid)
                .filter(uid -> !uid.isEmpty())
                .isPresent();
    }
}
