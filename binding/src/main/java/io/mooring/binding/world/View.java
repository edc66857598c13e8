package io.mooring.binding.world;

import io.mooring.binding.finding.Finding;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Something that is kept about all objects, such as an index or a sum, and brought up to date change by change, so that
 * asking costs nothing by the number of objects. It belongs to the controller that asks it ({@link Controller#views}); a
 * cluster gives its value by {@link Cluster#view}.
 *
 * <pre>{@code
 * View<Integer> claims = View.of(PersistentVolumeClaim.KIND, 0, (count, change) -> count + change.difference());
 * }</pre>
 *
 * <p>A view is a constant: two controllers share it by naming the same instance. What is kept must equal what is counted
 * from the beginning, in whatever order the objects came: {@link #count} is the other side of that law.
 *
 * @param <V> an immutable value
 */
public interface View<V> {
    /**
     * A view of the objects of a kind; of more kinds by {@link KindsView#and}.
     *
     * @param start its value where there are none
     * @param step its value after a change, by the one before; the same instance if the change does not matter to it
     */
    static <V, T extends KubernetesObject> KindsView<V> of(
            ObjectKind<T> kind, V start, BiFunction<? super V, ? super Change<T>, ? extends V> step) {
        return new KindsView<>(start, List.<KindsView.Part<V, ?>>of()).and(kind, step);
    }

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
