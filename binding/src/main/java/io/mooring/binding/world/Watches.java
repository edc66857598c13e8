package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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
    private final List<Watch<?, I>> some;
    private final Optional<Handler<KubernetesObject, I>> ofAll;
    private final Kinds kinds;

    private Watches(List<Watch<?, I>> some, Optional<Handler<KubernetesObject, I>> ofAll) {
        this.some = some;
        this.ofAll = ofAll;
        this.kinds = ofAll.isPresent()
                ? Kinds.ALL
                : Kinds.of(some.stream().<ObjectKind<?>>map(Watch::kind).toList());
    }

    /** A kind and what its changes make worth another look. */
    private record Watch<T extends KubernetesObject, I>(ObjectKind<T> kind, Handler<T, I> handler) {
        @SuppressWarnings("unchecked")
        List<Wake<I>> wakes(Change<?> change, Cluster cluster) {
            return handler.wakes((Change<T>) change, cluster);
        }
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

        /** The object that changed, as long as it is there. Upstream: {@code EnqueueRequestForObject}. */
        static <T extends KubernetesObject, I> Handler<T, I> ofItself(Function<? super T, ? extends I> item) {
            return ofItself(object -> true, item);
        }

        /** The object that changed, as long as it is there and concerns the controller. */
        static <T extends KubernetesObject, I> Handler<T, I> ofItself(
                Predicate<? super T> isConcerned, Function<? super T, ? extends I> item) {
            return (change, cluster) -> !change.isRemoval() && isConcerned.test(change.object())
                    ? List.of(Wake.now(item.apply(change.object())))
                    : List.of();
        }
    }

    /** Changes of this kind alone. */
    public static <T extends KubernetesObject, I> Watches<I> of(ObjectKind<T> kind, Handler<T, I> handler) {
        return new Watches<>(List.of(new Watch<>(kind, handler)), Optional.empty());
    }

    /** Changes of every kind, those of custom resources included. */
    public static <I> Watches<I> ofAll(Handler<KubernetesObject, I> handler) {
        return new Watches<>(List.of(), Optional.of(handler));
    }

    /**
     * Changes of this kind too; where all kinds are watched, this one by {@code handler} instead.
     *
     * @throws IllegalArgumentException if the kind has a handler already
     */
    public <T extends KubernetesObject> Watches<I> and(ObjectKind<T> kind, Handler<T, I> handler) {
        List<Watch<?, I>> more = new ArrayList<>(some.size() + 1);
        for (Watch<?, I> watch : some) {
            if (watch.kind().equals(kind)) {
                throw new IllegalArgumentException(kind + " is watched already");
            }
            more.add(watch);
        }
        more.add(new Watch<>(kind, handler));
        return new Watches<>(more, ofAll);
    }

    /** The kinds that it hears of. */
    public Kinds kinds() {
        return kinds;
    }

    /** The items to reconcile after the change of an object of a kind that it hears of; none after any other. */
    @SuppressWarnings("unchecked")
    public List<Wake<I>> wakes(Change<?> change, Cluster cluster) {
        ObjectKind<?> kind = change.kind();
        for (Watch<?, I> watch : some) {
            if (watch.kind().equals(kind)) {
                return watch.wakes(change, cluster);
            }
        }
        return ofAll.isPresent() ? ofAll.get().wakes((Change<KubernetesObject>) change, cluster) : List.of();
    }
}
