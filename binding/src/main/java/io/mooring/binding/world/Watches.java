package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which changes a controller hears of, and what of it each makes worth another look. Upstream: the event handlers that a
 * controller registers with its informers.
 *
 * <pre>{@code
 * Watches.of(Pod.KIND, (Change<Pod> change, Cluster cluster) -> List.of(Wake.now(change.object().ref())))
 *     .and(PersistentVolumeClaim.KIND, MyController::podsOf)
 * }</pre>
 *
 * @param <I> what the controller reconciles
 */
public final class Watches<I> {
    private final Map<ObjectKind<?>, Handler<?, I>> byKind;
    private final Optional<Handler<KubernetesObject, I>> ofAll;

    private Watches(Map<ObjectKind<?>, Handler<?, I>> byKind, Optional<Handler<KubernetesObject, I>> ofAll) {
        this.byKind = byKind;
        this.ofAll = ofAll;
    }

    /**
     * What to reconcile after a change of one kind.
     *
     * @param <T> the objects of that kind
     * @param <I> what the controller reconciles
     */
    @FunctionalInterface
    public interface Handler<T extends KubernetesObject, I> {
        /**
         * The items to reconcile. An item need not be an object that exists; one that is queued already stays where it is,
         * except that {@link Wake.Moment#NOW} comes before {@link Wake.Moment#AT_RESYNC}.
         *
         * @param cluster the cluster after the change
         */
        List<Wake<I>> wakes(Change<T> change, Cluster cluster);
    }

    /** Changes of this kind alone. */
    public static <T extends KubernetesObject, I> Watches<I> of(ObjectKind<T> kind, Handler<T, I> handler) {
        return new Watches<I>(Map.of(), Optional.empty()).and(kind, handler);
    }

    /** Changes of every kind, those of custom resources included. */
    public static <I> Watches<I> ofAll(Handler<KubernetesObject, I> handler) {
        return new Watches<>(Map.of(), Optional.of(handler));
    }

    /**
     * Changes of this kind too.
     *
     * @throws IllegalArgumentException if the kind is watched already
     */
    public <T extends KubernetesObject> Watches<I> and(ObjectKind<T> kind, Handler<T, I> handler) {
        if (kinds().contains(kind)) {
            throw new IllegalArgumentException(kind + " is watched already");
        }
        Map<ObjectKind<?>, Handler<?, I>> more = new HashMap<>(byKind);
        more.put(kind, handler);
        return new Watches<>(Map.copyOf(more), ofAll);
    }

    /** The kinds that it hears of. */
    public Kinds kinds() {
        return ofAll.isPresent() ? Kinds.ALL : Kinds.of(byKind.keySet());
    }

    /** The items to reconcile after the change of an object of a kind that it hears of; none after any other. */
    @SuppressWarnings("unchecked")
    public List<Wake<I>> wakes(Change<?> change, Cluster cluster) {
        Handler<?, I> handler = byKind.get(change.kind());
        if (handler != null) {
            return ((Handler<KubernetesObject, I>) handler).wakes((Change<KubernetesObject>) change, cluster);
        }
        return ofAll.isPresent() ? ofAll.get().wakes((Change<KubernetesObject>) change, cluster) : List.of();
    }
}
