package io.mooring.binding.control.volume;

import io.mooring.binding.persistent.SetMultimap;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pcollections.TreePMap;

/**
 * The claims without a volume, by class and by what they demand, so that a volume passes over all those at once that it is
 * too small for, however many they are.
 */
public record WaitingClaims(TreePMap<String, SetMultimap<Demand, Ref<?>>> classes) {
    /** The claims of a cluster that wait. */
    public static final View<WaitingClaims> VIEW =
            View.of(PersistentVolumeClaim.KIND, new WaitingClaims(TreePMap.empty()), WaitingClaims::after);

    /** What a claim that waits is found by. */
    private record Wanted(String className, Demand demand) {
        static Optional<Wanted> by(PersistentVolumeClaim claim) {
            return claim.volume().isEmpty()
                    ? Optional.of(new Wanted(claim.className().orElse(VolumeIndexes.NO_CLASS), Demand.of(claim)))
                    : Optional.empty();
        }
    }

    /**
     * The claims without a {@code volumeName} that this volume is large enough for, of their class, volume mode and access
     * modes, in the order of their refs. Those that demand more cost nothing.
     */
    public static Stream<PersistentVolumeClaim> metBy(PersistentVolume volume, Cluster cluster) {
        return claims(cluster, cluster.view(VIEW).merged(classesOf(volume), demand -> demand.isMetBy(volume)));
    }

    /** The claims without a {@code volumeName} that ask for one of these classes, in the order of their refs. */
    public static Stream<PersistentVolumeClaim> of(List<String> classes, Cluster cluster) {
        return claims(cluster, cluster.view(VIEW).merged(classes, demand -> true));
    }

    /** The classes of the claims that may take the volume. */
    public static List<String> classesOf(PersistentVolume volume) {
        return volume.className().isEmpty() ? List.of("", VolumeIndexes.NO_CLASS) : List.of(volume.className());
    }

    private static Stream<PersistentVolumeClaim> claims(Cluster cluster, Merged refs) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(refs, Spliterator.ORDERED), false)
                .map(claim -> PersistentVolumeClaim.KIND
                        .type()
                        .cast(cluster.get(claim).orElseThrow()));
    }

    private WaitingClaims after(Change<PersistentVolumeClaim> change) {
        Optional<Wanted> before = change.before().flatMap(Wanted::by);
        Optional<Wanted> after = change.after().flatMap(Wanted::by);
        if (before.equals(after)) {
            return this;
        }
        WaitingClaims rest = before.map(wanted -> without(wanted, change.ref())).orElse(this);
        return after.map(wanted -> rest.with(wanted, change.ref())).orElse(rest);
    }

    private WaitingClaims with(Wanted wanted, Ref<?> claim) {
        return with(wanted.className(), demands(wanted.className()).plus(wanted.demand(), claim));
    }

    private WaitingClaims without(Wanted wanted, Ref<?> claim) {
        return with(wanted.className(), demands(wanted.className()).minus(wanted.demand(), claim));
    }

    private WaitingClaims with(String className, SetMultimap<Demand, Ref<?>> demands) {
        return new WaitingClaims(demands.isEmpty() ? classes.minus(className) : classes.plus(className, demands));
    }

    private SetMultimap<Demand, Ref<?>> demands(String className) {
        return classes.getOrDefault(className, SetMultimap.empty());
    }

    /** The claims of these classes with such demands; walked only as far as asked. */
    private Merged merged(List<String> names, Predicate<Demand> wanted) {
        Merged merged = new Merged();
        for (String name : names) {
            SetMultimap<Demand, Ref<?>> demands = demands(name);
            demands.forEachKey(demand -> {
                if (wanted.test(demand)) {
                    merged.add(demands.under(demand).iterator());
                }
            });
        }
        return merged;
    }

    /** Several sorted sets as one. */
    private static final class Merged implements Iterator<Ref<?>> {
        private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::claim));

        /** A set's first claim, and the others. */
        private record Head(Ref<?> claim, Iterator<Ref<?>> rest) {}

        void add(Iterator<Ref<?>> claims) {
            if (claims.hasNext()) {
                heads.add(new Head(claims.next(), claims));
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
            return head.claim();
        }
    }
}
