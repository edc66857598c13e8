package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A view of the objects of some kinds, with what a change of each kind makes of its value.
 *
 * <pre>{@code
 * View.of(PersistentVolumeClaim.KIND, 0, (count, change) -> count + change.difference())
 *     .and(PersistentVolume.KIND, (count, change) -> count + change.difference())
 * }</pre>
 *
 * @param <V> an immutable value
 */
public final class KindsView<V> implements View<V> {
    private final V start;
    private final List<Part<V, ?>> parts;
    private final Kinds kinds;

    KindsView(V start, List<Part<V, ?>> parts) {
        this.start = start;
        this.parts = parts;
        this.kinds = Kinds.of(parts.stream().<ObjectKind<?>>map(Part::kind).toList());
    }

    /**
     * What a change of an object of one kind makes of a value.
     *
     * @param <V> the value
     * @param <T> the objects of the kind
     */
    @FunctionalInterface
    public interface Step<V, T extends KubernetesObject> {
        /**
         * The value after the change; the same instance if the change does not matter to it.
         *
         * @param objects all objects after the change
         */
        V after(V value, Change<T> change, Lister objects);
    }

    /** A kind and what its changes make of a value. */
    record Part<V, T extends KubernetesObject>(ObjectKind<T> kind, Step<V, T> step) {
        @SuppressWarnings("unchecked")
        V after(V value, Change<?> change, Lister objects) {
            return step.after(value, (Change<T>) change, objects);
        }
    }

    /**
     * The same view, of the objects of this kind too.
     *
     * @throws IllegalArgumentException if it is a view of this kind already
     */
    public <T extends KubernetesObject> KindsView<V> and(
            ObjectKind<T> kind, BiFunction<? super V, ? super Change<T>, ? extends V> step) {
        return and(kind, (value, change, objects) -> step.apply(value, change));
    }

    /**
     * The same view, of the objects of this kind too, whose changes are told with all objects.
     *
     * @throws IllegalArgumentException if it is a view of this kind already
     */
    public <T extends KubernetesObject> KindsView<V> and(ObjectKind<T> kind, Step<V, T> step) {
        if (kinds.contains(kind)) {
            throw new IllegalArgumentException(kind + " has its step already");
        }
        List<Part<V, ?>> more = new ArrayList<>(parts);
        more.add(new Part<>(kind, step));
        return new KindsView<>(start, List.copyOf(more));
    }

    @Override
    public V start() {
        return start;
    }

    @Override
    public Kinds watches() {
        return kinds;
    }

    @Override
    public V after(V value, Change<?> change, Lister objects) {
        for (Part<V, ?> part : parts) {
            if (change.isOf(part.kind())) {
                return part.after(value, change, objects);
            }
        }
        return value;
    }
}
