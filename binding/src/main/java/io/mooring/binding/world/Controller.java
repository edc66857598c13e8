package io.mooring.binding.world;

import io.mooring.release.Semantics;
import java.util.List;

/**
 * One of the loops that bring a cluster to what its objects ask for, as a pure function: no clock, no randomness, no state of its own. Time,
 * names and uids come from the cluster; what it wants kept about many objects it brings as {@link #views}.
 *
 * <p>A controller reconciles items one at a time. Of most the items are objects, {@link io.mooring.meta.Ref}; an item that
 * is no object has a type of the controller's own.
 *
 * @param <I> what it reconciles; ordered, and equal by value
 */
public interface Controller<I extends Comparable<? super I>> {
    /** Its name, as upstream calls it; unique among the controllers of a cluster. */
    String name();

    /** What it wants kept about all objects; by default nothing. */
    default List<View<?>> views() {
        return List.of();
    }

    /** Which changes it hears of, and which items each makes it reconcile. Asked once for every {@link Controllers}. */
    Watches<I> watches();

    /**
     * The kinds of which it must know every object to do anything. In a cluster that was {@linkplain Cluster#open opened}
     * without one of them it stands still ({@link Cluster#standing}). By default the kinds that it watches by name.
     */
    default Kinds needs() {
        return Kinds.of(watches().kinds().named());
    }

    /**
     * What to write so that this item is in order; empty when it is. The writes are applied one at a time and in order;
     * between two of them controllers that come earlier may act. An object that somebody else changed meanwhile makes the
     * write a conflict: the rest is dropped and the item is reconciled again.
     *
     * <p>Called again on the cluster that its writes led to, it writes nothing; repeating an event does not count.
     */
    List<Write> reconcile(Cluster cluster, I item);

    /**
     * How much it may write in one settling ({@link Cluster#settle}): different objects, and events, findings and waits. One that
     * writes more is taken for one that comes to no end, and the settling is given up. By default a thousand, and four more for
     * each object that was there before. Who writes the same few objects again and again is found without a budget.
     *
     * @param start the cluster as it was when the settling began
     * @param now as it is
     */
    default long budget(Cluster start, Cluster now) {
        return 1_000 + 4L * start.size();
    }

    /**
     * Everything that upstream may write here where it leaves the choice open, such as between equal volumes;
     * {@link #reconcile} is the first.
     */
    default List<List<Write>> choices(Cluster cluster, I item) {
        return List.of(reconcile(cluster, item));
    }

    /**
     * Whether it always sees what it wrote itself, by a cache that it writes too, or by waiting until it has read it. One that
     * just reads by informers does not. Asked only where caches lag ({@link LaggingWorld}).
     */
    default boolean seesItsOwnWrites(Semantics semantics) {
        return false;
    }

    /** The kinds that it asks the API server for when it looks at this item, and not its caches. Asked only where caches lag. */
    default Kinds asksTheServer(I item) {
        return Kinds.of();
    }

    /**
     * Whether the write takes something that others may want too, such as a volume that nobody has. Only then does it
     * matter who comes first; {@code Explorer} varies the order there and nowhere else.
     */
    default boolean isContested(Cluster cluster, Write write) {
        return false;
    }
}
