package io.mooring.binding.match;

import io.mooring.meta.ObjectReference;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumePhase;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A volume, and what the rules ask of it, read once. */
record Candidate(
        PersistentVolume volume,
        Rank rank,
        AccessModeSet modes,
        long marks,
        String className,
        VolumeMode volumeMode,
        String attributesClassName,
        Optional<NodeMatcher> affinity) {

    static Candidate of(PersistentVolume volume) {
        AccessModeSet modes = AccessModeSet.of(volume.spec().accessModes());
        return new Candidate(
                volume,
                Rank.of(
                        volume.storageCapacity(),
                        modes.size(),
                        volume.metadata().name()),
                modes,
                Marks.of(modes, volume.metadata().labels()),
                volume.className(),
                volume.spec().volumeMode().orElse(VolumeMode.FILESYSTEM),
                volume.spec().volumeAttributesClassName().orElse(""),
                volume.spec()
                        .nodeAffinity()
                        .flatMap(VolumeNodeAffinity::required)
                        .map(NodeMatcher::of));
    }

    String name() {
        return rank.name();
    }

    Quantity capacity() {
        return rank.capacity();
    }

    Map<String, String> labels() {
        return volume.metadata().labels();
    }

    Optional<ObjectReference> claimRef() {
        return volume.spec().claimRef();
    }

    /** Whether a claim may get it without a reservation. */
    boolean isFree() {
        return claimRef().isEmpty() && isAvailable() && !volume.metadata().isBeingDeleted();
    }

    boolean isAvailable() {
        return volume.status().phase().filter(VolumePhase.AVAILABLE::equals).isPresent();
    }

    /** Whether the other is found wherever this one is: nothing differs by which volumes are kept apart. */
    boolean standsWhere(Candidate other) {
        return rank.compareTo(other.rank) == 0
                && modes.equals(other.modes)
                && className.equals(other.className)
                && volumeMode.equals(other.volumeMode)
                && attributesClassName.equals(other.attributesClassName)
                && affinity.equals(other.affinity)
                && labels().equals(other.labels())
                && claimRef().equals(other.claimRef())
                && isFree() == other.isFree();
    }

    /** All the rest follows from the volume. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Candidate candidate && volume.equals(candidate.volume);
    }

    @Override
    public int hashCode() {
        return volume.hashCode();
    }
}
