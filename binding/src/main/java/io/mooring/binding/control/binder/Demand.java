package io.mooring.binding.control.binder;

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
record Demand(VolumeMode volumeMode, List<AccessMode> modes, Quantity bytes) implements Comparable<Demand> {

    private static final Comparator<Demand> ORDER = Comparator.comparing(
                    (Demand demand) -> demand.volumeMode().value())
            .thenComparing(demand -> demand.modes().toString())
            .thenComparing(Demand::bytes);

    static Demand of(PersistentVolumeClaim claim) {
        return new Demand(
                claim.volumeMode(),
                claim.spec().accessModes().stream()
                        .distinct()
                        .sorted(Comparator.comparing(AccessMode::value))
                        .toList(),
                claim.requestedStorage());
    }

    /** Whether the volume is of the mode, offers the access modes and is large enough. */
    boolean isMetBy(PersistentVolume volume) {
        return volume.volumeMode().equals(volumeMode)
                && volume.spec().accessModes().containsAll(modes)
                && volume.storageCapacity().compareTo(bytes) >= 0;
    }

    @Override
    public int compareTo(Demand other) {
        return ORDER.compare(this, other);
    }
}
