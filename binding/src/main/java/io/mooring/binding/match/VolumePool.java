package io.mooring.binding.match;

import io.mooring.binding.persistent.HashTrie;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * Volumes, at most one of each name, indexed so that a claim is matched without visiting all of them. A pool does not
 * change: a pool with one volume more or less shares nearly everything with the one before. Such an update costs the
 * logarithm of the pool's size, for each label of the volume.
 */
public final class VolumePool {
    /** The pool without volumes. */
    public static final VolumePool EMPTY = new VolumePool(TreePMap.empty(), HashTrie.empty(), HashTreePMap.empty());

    private final TreePMap<String, IndexedVolume> byName;
    private final HashTrie<ClaimKey, TreePMap<String, IndexedVolume>> byClaim;
    private final HashPMap<FreeVolumeIndex.Key, FreeVolumeIndex> free;

    private VolumePool(
            TreePMap<String, IndexedVolume> byName,
            HashTrie<ClaimKey, TreePMap<String, IndexedVolume>> byClaim,
            HashPMap<FreeVolumeIndex.Key, FreeVolumeIndex> free) {
        this.byName = byName;
        this.byClaim = byClaim;
        this.free = free;
    }

    /**
     * The claim that a claimRef names. The uid is part of the key: under Retain, volumes of earlier claims of one name may
     * be many, and a search for the present claim does not come upon them.
     *
     * @param uid empty if the claimRef has none
     */
    private record ClaimKey(String namespace, String name, String uid) {
        static ClaimKey of(ObjectReference claimRef) {
            return new ClaimKey(claimRef.namespace(), claimRef.name(), claimRef.uid());
        }
    }

    /** The pool of these volumes; of two with one name, the later one. */
    public static VolumePool of(Collection<PersistentVolume> volumes) {
        VolumePool pool = EMPTY;
        for (PersistentVolume volume : volumes) {
            pool = pool.with(volume);
        }
        return pool;
    }

    /** This pool with the volume, in place of the one of that name if there is one. */
    public VolumePool with(PersistentVolume volume) {
        IndexedVolume added = IndexedVolume.of(volume);
        IndexedVolume former = byName.get(added.name());
        VolumePool rest = former == null || former.isIndexedLike(added) ? this : unindexed(former, byName);
        return rest.indexed(added, byName.plus(added.name(), added));
    }

    private VolumePool indexed(IndexedVolume added, TreePMap<String, IndexedVolume> newByName) {
        if (added.claimRef().isPresent()) {
            ClaimKey key = ClaimKey.of(added.claimRef().get());
            TreePMap<String, IndexedVolume> ofClaim = withClaimRef(key).plus(added.name(), added);
            return new VolumePool(newByName, byClaim.plus(key, ofClaim), free);
        }
        if (!added.isFree()) {
            return new VolumePool(newByName, byClaim, free);
        }
        FreeVolumeIndex.Key key = FreeVolumeIndex.Key.of(added);
        FreeVolumeIndex volumes = free.getOrDefault(key, FreeVolumeIndex.EMPTY).with(added);
        return new VolumePool(newByName, byClaim, free.plus(key, volumes));
    }

    /** This pool without the volume of that name; the same pool if there is none. */
    public VolumePool without(String name) {
        IndexedVolume removed = byName.get(name);
        return removed == null ? this : unindexed(removed, byName.minus(name));
    }

    private VolumePool unindexed(IndexedVolume removed, TreePMap<String, IndexedVolume> newByName) {
        if (removed.claimRef().isPresent()) {
            ClaimKey key = ClaimKey.of(removed.claimRef().get());
            TreePMap<String, IndexedVolume> ofClaim = withClaimRef(key).minus(removed.name());
            return new VolumePool(newByName, ofClaim.isEmpty() ? byClaim.minus(key) : byClaim.plus(key, ofClaim), free);
        }
        if (!removed.isFree()) {
            return new VolumePool(newByName, byClaim, free);
        }
        FreeVolumeIndex.Key key = FreeVolumeIndex.Key.of(removed);
        FreeVolumeIndex volumes = free.getOrDefault(key, FreeVolumeIndex.EMPTY).without(removed);
        return new VolumePool(newByName, byClaim, volumes.isEmpty() ? free.minus(key) : free.plus(key, volumes));
    }

    /** The volume of that name. */
    public Optional<PersistentVolume> get(String name) {
        return Optional.ofNullable(byName.get(name)).map(IndexedVolume::volume);
    }

    /** All volumes, by name. */
    public List<PersistentVolume> volumes() {
        return byName.values().stream().map(IndexedVolume::volume).toList();
    }

    /** How many volumes there are. */
    public int size() {
        return byName.size();
    }

    /** The volumes that are reserved for the claim, as {@link PersistentVolume#isReservedFor} has it; by name. */
    List<IndexedVolume> reservedFor(PersistentVolumeClaim claim) {
        ObjectMeta metadata = claim.metadata();
        List<IndexedVolume> reserved = new ArrayList<>(withClaimRef(metadata, ""));
        if (!metadata.uid().isEmpty()) {
            reserved.addAll(withClaimRef(metadata, metadata.uid()));
        }
        reserved.sort(Comparator.comparing(IndexedVolume::name));
        return reserved;
    }

    private Collection<IndexedVolume> withClaimRef(ObjectMeta claim, String uid) {
        return withClaimRef(new ClaimKey(claim.namespace(), claim.name(), uid)).values();
    }

    private TreePMap<String, IndexedVolume> withClaimRef(ClaimKey key) {
        TreePMap<String, IndexedVolume> found = byClaim.get(key);
        return found == null ? TreePMap.empty() : found;
    }

    /** All volumes, by name. */
    Collection<IndexedVolume> indexedVolumes() {
        return byName.values();
    }

    /** The free volumes that the search may find, as far as class, volume mode and attributes class tell. */
    FreeVolumeIndex freeVolumesFor(Search search) {
        return free.getOrDefault(FreeVolumeIndex.Key.of(search), FreeVolumeIndex.EMPTY);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VolumePool pool && byName.equals(pool.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
