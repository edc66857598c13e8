package io.mooring.binding.world;

import io.mooring.binding.finding.Finding;
import java.util.Optional;

/**
 * Something that is kept about all objects, such as an index or a sum, and brought up to date change by change, so that
 * asking costs nothing by the number of objects. It belongs to the controller that asks it ({@link Controller#views}); a
 * cluster gives its value by {@link Cluster#view}.
 *
 * <pre>{@code
 * View<Integer> claims = new View<>() {
 *     public Integer start() { return 0; }
 *     public Integer after(Integer count, Change<?> change, Lister objects) {
 *         return change.isOf(PersistentVolumeClaim.KIND) ? count + change.difference() : count;
 *     }
 * };
 * }</pre>
 *
 * <p>A view is a constant: two controllers share it by naming the same instance. What is kept must equal what is counted
 * from the beginning, in whatever order the objects came: {@link #count} is the other side of that law.
 *
 * @param <V> an immutable value
 */
public interface View<V> {
    /** Its value where there are no objects. */
    V start();

    /** The kinds whose changes matter to it; by default all. */
    default Kinds watches() {
        return Kinds.ALL;
    }

    /**
     * Its value after a change of an object of a kind that it watches; the same instance if the change does not matter to it.
     *
     * @param objects all objects after the change
     */
    V after(V value, Change<?> change, Lister objects);

    /**
     * Its value after a controller found something out about an object, or dropped what it had found; by default findings
     * do not matter.
     *
     * @param found what was found last; empty if it was dropped
     */
    default V after(V value, Optional<Finding> before, Optional<Finding> found) {
        return value;
    }

    /** Its value, counted from the beginning: every object, then every finding. Costs by the number of objects. */
    default V count(Cluster cluster) {
        V value = start();
        for (Change<?> creation : (Iterable<Change<?>>) cluster.creations(watches())::iterator) {
            value = after(value, creation, cluster);
        }
        for (Finding finding : (Iterable<Finding>) cluster.findings()::iterator) {
            value = after(value, Optional.empty(), Optional.of(finding));
        }
        return value;
    }
}
