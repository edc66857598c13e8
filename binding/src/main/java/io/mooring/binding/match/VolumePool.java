package io.mooring.binding.match;

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
 * Volumes, each name once, kept so that a claim is matched without walking all of them. Immutable: a pool with one volume
 * more or less shares nearly everything with the one before, which stays good. Either costs the logarithm of the pool's
 * size, for each label of the volume.
 */
public final class VolumePool {
    /** The pool without volumes. */
    public static final VolumePool EMPTY = new VolumePool(TreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    private final TreePMap<String, Candidate> byName;
    private final HashPMap<Holder, TreePMap<String, Candidate>> byHolder;
    private final HashPMap<Shelf.Key, Shelf> shelves;

    private VolumePool(
            TreePMap<String, Candidate> byName,
            HashPMap<Holder, TreePMap<String, Candidate>> byHolder,
            HashPMap<Shelf.Key, Shelf> shelves) {
        this.byName = byName;
        this.byHolder = byHolder;
        this.shelves = shelves;
    }

    /** The claim that a volume's claimRef names. */
    private record Holder(String namespace, String name, String uid) {
        static Holder of(ObjectReference claimRef) {
            return new Holder(claimRef.namespace(), claimRef.name(), claimRef.uid());
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
        Candidate candidate = Candidate.of(volume);
        Candidate former = byName.get(candidate.name());
        VolumePool rest = former == null || former.standsWhere(candidate) ? this : unfiled(former, byName);
        return rest.filed(candidate, byName.plus(candidate.name(), candidate));
    }

    private VolumePool filed(Candidate candidate, TreePMap<String, Candidate> newByName) {
        if (candidate.claimRef().isPresent()) {
            Holder holder = Holder.of(candidate.claimRef().get());
            TreePMap<String, Candidate> held =
                    byHolder.getOrDefault(holder, TreePMap.empty()).plus(candidate.name(), candidate);
            return new VolumePool(newByName, byHolder.plus(holder, held), shelves);
        }
        if (!candidate.isFree()) {
            return new VolumePool(newByName, byHolder, shelves);
        }
        Shelf.Key key = Shelf.Key.of(candidate);
        Shelf shelf = shelves.getOrDefault(key, Shelf.EMPTY).with(candidate);
        return new VolumePool(newByName, byHolder, shelves.plus(key, shelf));
    }

    /** This pool without the volume of that name; the same pool if there is none. */
    public VolumePool without(String name) {
        Candidate candidate = byName.get(name);
        return candidate == null ? this : unfiled(candidate, byName.minus(name));
    }

    private VolumePool unfiled(Candidate candidate, TreePMap<String, Candidate> newByName) {
        if (candidate.claimRef().isPresent()) {
            Holder holder = Holder.of(candidate.claimRef().get());
            TreePMap<String, Candidate> held =
                    byHolder.getOrDefault(holder, TreePMap.empty()).minus(candidate.name());
            return new VolumePool(
                    newByName, held.isEmpty() ? byHolder.minus(holder) : byHolder.plus(holder, held), shelves);
        }
        if (!candidate.isFree()) {
            return new VolumePool(newByName, byHolder, shelves);
        }
        Shelf.Key key = Shelf.Key.of(candidate);
        Shelf shelf = shelves.getOrDefault(key, Shelf.EMPTY).without(candidate);
        return new VolumePool(newByName, byHolder, shelf.isEmpty() ? shelves.minus(key) : shelves.plus(key, shelf));
    }

    /** The volume of that name. */
    public Optional<PersistentVolume> get(String name) {
        return Optional.ofNullable(byName.get(name)).map(Candidate::volume);
    }

    /** All volumes, by name. */
    public List<PersistentVolume> volumes() {
        return byName.values().stream().map(Candidate::volume).toList();
    }

    /** The volumes whose claimRef names the claim: its namespace, its name, and its uid or none; by name. */
    public List<PersistentVolume> reservedFor(PersistentVolumeClaim claim) {
        return heldBy(claim).stream()
                .sorted(Comparator.comparing(Candidate::name))
                .map(Candidate::volume)
                .toList();
    }

    /** How many volumes there are. */
    public int size() {
        return byName.size();
    }

    /** Those that are reserved for the claim, in no order. */
    List<Candidate> heldBy(PersistentVolumeClaim claim) {
        String namespace = claim.metadata().namespace();
        String name = claim.metadata().name();
        List<Candidate> held = new ArrayList<>(byHolder.getOrDefault(new Holder(namespace, name, ""), TreePMap.empty())
                .values());
        String uid = claim.metadata().uid();
        if (!uid.isEmpty()) {
            held.addAll(byHolder.getOrDefault(new Holder(namespace, name, uid), TreePMap.empty())
                    .values());
        }
        return held;
    }

    /** All of them, by name. */
    Collection<Candidate> candidates() {
        return byName.values();
    }

    /** Where the free volumes are that may do. */
    Shelf shelfFor(Search search) {
        return shelves.getOrDefault(Shelf.Key.of(search), Shelf.EMPTY);
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
