package io.mooring.binding.match;

import io.mooring.meta.ObjectReference;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A volume as the pool keeps it: the object, and what the rules and the indexes ask of it, read out once. */
record IndexedVolume(
        PersistentVolume volume,
        SortKey sortKey,
        AccessModeSet modes,
        long signature,
        String className,
        VolumeMode volumeMode,
        String attributesClassName,
        Optional<NodeMatcher> affinity) {

    static IndexedVolume of(PersistentVolume volume) {
        AccessModeSet modes = AccessModeSet.of(volume.spec().accessModes());
        return new IndexedVolume(
                volume,
                SortKey.of(
                        volume.storageCapacity(),
                        modes.size(),
                        volume.metadata().name()),
                modes,
                Signature.of(modes, volume.metadata().labels()),
                volume.className(),
                volume.volumeMode(),
                volume.attributesClassName(),
                volume.spec()
                        .nodeAffinity()
                        .flatMap(VolumeNodeAffinity::required)
                        .map(NodeMatcher::of));
    }

    String name() {
        return sortKey.name();
    }

    Quantity capacity() {
        return sortKey.capacity();
    }

    Map<String, String> labels() {
        return volume.metadata().labels();
    }

    Optional<ObjectReference> claimRef() {
        return volume.spec().claimRef();
    }

    /** Whether a claim may get it without a reservation. */
    boolean isFree() {
        return volume.isFree();
    }

    /** Whether every index has this volume in the same places as the other. */
    boolean isIndexedLike(IndexedVolume other) {
        return sortKey.compareTo(other.sortKey) == 0
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
        return other instanceof IndexedVolume indexed && volume.equals(indexed.volume);
    }

    @Override
    public int hashCode() {
        return volume.hashCode();
    }
}
