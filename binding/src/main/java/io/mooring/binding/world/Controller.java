package io.mooring.binding.world;

import io.mooring.meta.Ref;
import java.util.List;

/**
 * One of the loops that bring a world in order, as a pure function: no clock, no randomness, no state of its own. Time,
 * names and uids come from the world.
 */
public interface Controller {

    /** Its name, as upstream calls it; unique among the controllers of a cluster. */
    String name();

    /**
     * The keys to look at after a change. A key need not be the key of an object that exists; waking a key that waits
     * already changes nothing, except that {@link Wake.Moment#NOW} comes before {@link Wake.Moment#AT_RESYNC}.
     *
     * @param world the world after the change
     */
    List<Wake> wakes(Change change, Cluster world);

    /**
     * What to write so that the object with this key is in order; empty when it is. The writes are applied one at a time
     * and in order; between two of them controllers that come earlier may act. An object that somebody else changed
     * meanwhile makes the write a conflict: the rest is dropped and the key looked at again.
     *
     * <p>Called again on the world that its writes led to, it writes nothing; repeating an event does not count.
     */
    List<Write> reconcile(Cluster world, Ref<?> key);

    /**
     * Everything that upstream may write here where it leaves the choice open, such as between equal volumes;
     * {@link #reconcile} is the first.
     */
    default List<List<Write>> choices(Cluster world, Ref<?> key) {
        return List.of(reconcile(world, key));
    }
}
