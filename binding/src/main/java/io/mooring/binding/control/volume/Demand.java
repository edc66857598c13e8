package io.mooring.binding.control.volume;

import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.Comparator;
import java.util.List;

/**
 * What of a claim rules out most volumes at a glance: claims that demand the same are looked at together.
 *
 * @param modes each once, sorted
 * @param bytes how much it asks for
 */
record Demand(VolumeMode volumeMode, List<AccessMode> modes, Quantity bytes) {

    static Demand of(PersistentVolumeClaim claim) {
        return new Demand(claim.volumeMode(), sorted(claim.spec().accessModes()), claim.requestedStorage());
    }

    private static List<AccessMode> sorted(List<AccessMode> modes) {
        return modes.size() == 1
                ? modes
                : modes.stream()
                        .distinct()
                        .sorted(Comparator.comparing(AccessMode::value))
                        .toList();
    }

    /** Whether the volume is of the mode, offers the access modes and is large enough. */
    boolean isMetBy(PersistentVolume volume) {
        return volume.volumeMode().equals(volumeMode)
                && volume.spec().accessModes().containsAll(modes)
                && volume.storageCapacity().compareTo(bytes) >= 0;
    }
}
