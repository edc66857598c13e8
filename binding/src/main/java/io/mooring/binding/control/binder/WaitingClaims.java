package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
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
record WaitingClaims(TreePMap<String, TreePMap<Demand, TreePSet<Ref<PersistentVolumeClaim>>>> classes) {
    /** The claims of a cluster that wait. */
    static final View<WaitingClaims> VIEW = new View<>() {
        private static final Kinds KINDS = Kinds.of(PersistentVolumeClaim.KIND);

        @Override
        public Kinds watches() {
            return KINDS;
        }

        @Override
        public WaitingClaims start() {
            return new WaitingClaims(TreePMap.empty());
        }

        @Override
        public WaitingClaims after(WaitingClaims claims, Change<?> change, Lister objects) {
            return change.as(PersistentVolumeClaim.KIND).map(claims::after).orElse(claims);
        }
    };

    /** A claim that waits, and under what it is found. */
    private record Waiting(String className, Demand demand, Ref<PersistentVolumeClaim> claim) {
        static Optional<Waiting> of(PersistentVolumeClaim claim) {
            return claim.volume().isEmpty()
                    ? Optional.of(new Waiting(
                            claim.className().orElse(VolumeIndexes.NO_CLASS), Demand.of(claim), claim.ref()))
                    : Optional.empty();
        }
    }

    /**
     * The claims without a {@code volumeName} that this volume is large enough for, of their class, volume mode and access
     * modes, in the order of their refs. Those that demand more cost nothing.
     */
    static Stream<PersistentVolumeClaim> metBy(PersistentVolume volume, Cluster cluster) {
        return cluster.view(VIEW).metBy(volume).map(claim -> cluster.get(claim).orElseThrow());
    }

    private WaitingClaims after(Change<PersistentVolumeClaim> change) {
        Optional<Waiting> before = change.before().flatMap(Waiting::of);
        Optional<Waiting> after = change.after().flatMap(Waiting::of);
        if (before.equals(after)) {
            return this;
        }
        WaitingClaims rest = before.map(this::without).orElse(this);
        return after.map(rest::with).orElse(rest);
    }

    private WaitingClaims with(Waiting waiting) {
        TreePMap<Demand, TreePSet<Ref<PersistentVolumeClaim>>> demands = demands(waiting.className());
        TreePSet<Ref<PersistentVolumeClaim>> claims =
                demands.getOrDefault(waiting.demand(), TreePSet.empty()).plus(waiting.claim());
        return new WaitingClaims(classes.plus(waiting.className(), demands.plus(waiting.demand(), claims)));
    }

    private WaitingClaims without(Waiting waiting) {
        TreePMap<Demand, TreePSet<Ref<PersistentVolumeClaim>>> demands = demands(waiting.className());
        TreePSet<Ref<PersistentVolumeClaim>> claims =
                demands.getOrDefault(waiting.demand(), TreePSet.empty()).minus(waiting.claim());
        TreePMap<Demand, TreePSet<Ref<PersistentVolumeClaim>>> rest =
                claims.isEmpty() ? demands.minus(waiting.demand()) : demands.plus(waiting.demand(), claims);
        return new WaitingClaims(
                rest.isEmpty() ? classes.minus(waiting.className()) : classes.plus(waiting.className(), rest));
    }

    private TreePMap<Demand, TreePSet<Ref<PersistentVolumeClaim>>> demands(String className) {
        return classes.getOrDefault(className, TreePMap.empty());
    }

    /** The claims whose class and demand the volume meets, in the order of their refs; walked only as far as asked. */
    Stream<Ref<PersistentVolumeClaim>> metBy(PersistentVolume volume) {
        List<String> names =
                volume.className().isEmpty() ? List.of("", VolumeIndexes.NO_CLASS) : List.of(volume.className());
        Merged merged = new Merged();
        for (String name : names) {
            demands(name).forEach((demand, claims) -> {
                if (demand.isMetBy(volume)) {
                    merged.add(claims.iterator());
                }
            });
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED), false);
    }

    /** Several sorted sets as one. */
    private static final class Merged implements Iterator<Ref<PersistentVolumeClaim>> {
        private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::claim));

        /** A set's first claim, and the others. */
        private record Head(Ref<PersistentVolumeClaim> claim, Iterator<Ref<PersistentVolumeClaim>> rest) {}

        void add(Iterator<Ref<PersistentVolumeClaim>> claims) {
            if (claims.hasNext()) {
                heads.add(new Head(claims.next(), claims));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Ref<PersistentVolumeClaim> next() {
            Head head = heads.poll();
            if (head == null) {
                throw new NoSuchElementException();
            }
            add(head.rest());
            return head.claim();
        }
    }
}
