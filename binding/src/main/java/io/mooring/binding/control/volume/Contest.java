package io.mooring.binding.control.volume;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolume;

/** What controllers of volumes take from each other. */
public final class Contest {
    private Contest() {}

    /** Whether the write ties a volume to a claim that no claim held before. */
    public static boolean isForVolume(Cluster cluster, Write write) {
        return write instanceof Write.Update update
                && update.object() instanceof PersistentVolume volume
                && volume.isHeld()
                && cluster.get(volume.ref()).filter(PersistentVolume::isHeld).isEmpty();
    }
}
