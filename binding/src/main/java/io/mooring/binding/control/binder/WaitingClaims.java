package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Lister;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The claims without a volume, by class and by what they demand, so that a volume passes over all those at once that it is
 * too small for, however many they are.
 */
record WaitingClaims(TreePMap<String, TreePMap<Demand, TreePSet<Ref<?>>>> classes) {
    /** The claims of a cluster that wait. */
    static final View<WaitingClaims> VIEW = new View<>() {
        @Override
        public WaitingClaims start() {
            return new WaitingClaims(TreePMap.empty());
        }

        @Override
        public WaitingClaims after(WaitingClaims claims, Change change, Lister objects) {
            return change.isOf(PersistentVolumeClaim.KIND) ? claims.after(change) : claims;
        }
    };

    /** Where a claim is filed. */
    private record Place(String className, Demand demand) {}

    private WaitingClaims after(Change change) {
        Optional<Place> old = change.before(PersistentVolumeClaim.KIND).flatMap(WaitingClaims::place);
        Optional<Place> young = change.after(PersistentVolumeClaim.KIND).flatMap(WaitingClaims::place);
        if (old.equals(young)) {
            return this;
        }
        WaitingClaims left = old.map(place -> without(place, change.ref())).orElse(this);
        return young.map(place -> left.with(place, change.ref())).orElse(left);
    }

    private static Optional<Place> place(PersistentVolumeClaim claim) {
        return claim.volume().isEmpty()
                ? Optional.of(new Place(claim.className().orElse(VolumeIndexes.NO_CLASS), Demand.of(claim)))
                : Optional.empty();
    }

    /**
     * The claims without a {@code volumeName} that this volume is large enough for, of their class, volume mode and access
     * modes, in the order of their refs. Those that demand more cost nothing.
     */
    static Stream<PersistentVolumeClaim> metBy(PersistentVolume volume, Cluster cluster) {
        return cluster.view(VIEW).metBy(volume).map(ref ->
                (PersistentVolumeClaim) cluster.get(ref).orElseThrow());
    }

    private WaitingClaims with(Place place, Ref<?> key) {
        TreePMap<Demand, TreePSet<Ref<?>>> demands = classes.getOrDefault(place.className(), TreePMap.empty());
        TreePSet<Ref<?>> keys =
                demands.getOrDefault(place.demand(), TreePSet.empty()).plus(key);
        return new WaitingClaims(classes.plus(place.className(), demands.plus(place.demand(), keys)));
    }

    private WaitingClaims without(Place place, Ref<?> key) {
        TreePMap<Demand, TreePSet<Ref<?>>> demands = classes.getOrDefault(place.className(), TreePMap.empty());
        TreePSet<Ref<?>> keys =
                demands.getOrDefault(place.demand(), TreePSet.empty()).minus(key);
        TreePMap<Demand, TreePSet<Ref<?>>> rest =
                keys.isEmpty() ? demands.minus(place.demand()) : demands.plus(place.demand(), keys);
        return new WaitingClaims(
                rest.isEmpty() ? classes.minus(place.className()) : classes.plus(place.className(), rest));
    }

    /** The claims whose class and demand the volume meets, in the order of their keys; walked only as far as asked. */
    Stream<Ref<?>> metBy(PersistentVolume volume) {
        List<String> names =
                volume.className().isEmpty() ? List.of("", VolumeIndexes.NO_CLASS) : List.of(volume.className());
        Merged merged = new Merged();
        for (String name : names) {
            classes.getOrDefault(name, TreePMap.empty()).forEach((demand, keys) -> {
                if (demand.isMetBy(volume)) {
                    merged.add(keys.iterator());
                }
            });
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED), false);
    }

    /** Several sorted sets as one. */
    private static final class Merged implements Iterator<Ref<?>> {
        private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::key));

        /** A set's first key, and the others. */
        private record Head(Ref<?> key, Iterator<Ref<?>> rest) {}

        void add(Iterator<Ref<?>> keys) {
            if (keys.hasNext()) {
                heads.add(new Head(keys.next(), keys));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Ref<?> next() {
            Head head = heads.poll();
            if (head == null) {
                throw new NoSuchElementException();
            }
            add(head.rest());
            return head.key();
        }
    }
}
