package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The controllers of a cluster, in order: whenever several have something to do, the earlier one goes first. */
public final class Controllers {
    /** A controller with what it watches. */
    record Watcher<I extends Comparable<? super I>>(Controller<I> controller, Watches<I> watches) {
        static <I extends Comparable<? super I>> Watcher<I> of(Controller<I> controller) {
            return new Watcher<>(controller, controller.watches());
        }
    }

    /** Nobody: a cluster in which only the API answers. */
    public static final Controllers NONE = of();

    private final List<Controller<?>> all;
    private final Semantics semantics;
    private final List<Watcher<?>> watchers;
    private final Audience audience;
    private final Kinds known;

    /**
     * These controllers, in this order.
     *
     * @param semantics as which Kubernetes they act and the API answers
     * @throws IllegalArgumentException if two have one name
     */
    public Controllers(List<Controller<?>> all, Semantics semantics) {
        this(all, semantics, Kinds.ALL);
    }

    private Controllers(List<Controller<?>> all, Semantics semantics, Kinds known) {
        this.all = List.copyOf(all);
        this.known = known;
        this.semantics = semantics;
        this.watchers = this.all.stream().<Watcher<?>>map(Watcher::of).toList();
        this.audience = Audience.of(
                watchers,
                watcher -> isStanding(watcher.controller())
                        ? Kinds.of()
                        : watcher.watches().kinds());
        Set<String> names = new HashSet<>();
        for (Controller<?> controller : this.all) {
            if (!names.add(controller.name())) {
                throw new IllegalArgumentException("two controllers are named " + controller.name());
            }
        }
    }

    /** In the order they go. */
    public List<Controller<?>> all() {
        return all;
    }

    /** As which Kubernetes they act and the API answers. */
    public Semantics semantics() {
        return semantics;
    }

    /** These controllers, in this order, of {@link Semantics#DEFAULT}. */
    public static Controllers of(Controller<?>... all) {
        return new Controllers(List.of(all), Semantics.DEFAULT);
    }

    /** With these after all others. */
    public Controllers and(Collection<? extends Controller<?>> more) {
        List<Controller<?>> together = new ArrayList<>(all);
        together.addAll(more);
        return new Controllers(together, semantics, known);
    }

    /** The same of another Kubernetes. */
    public Controllers with(Semantics other) {
        return new Controllers(all, other, known);
    }

    /** The same where of no other kinds every object is known. */
    Controllers knowing(Kinds kinds) {
        return kinds == known ? this : new Controllers(all, semantics, kinds);
    }

    /** Whether it does nothing, since it would have to know kinds that are not known. */
    boolean isStanding(Controller<?> controller) {
        return !unknownTo(controller).isEmpty();
    }

    /** The kinds that it would have to know and that are not known. */
    List<ObjectKind<?>> unknownTo(Controller<?> controller) {
        return known == Kinds.ALL
                ? List.of()
                : controller.needs().named().stream()
                        .filter(kind -> !known.contains(kind))
                        .toList();
    }

    /** The places of those that watch this kind, in order. */
    int[] watching(ObjectKind<?> kind) {
        return audience.of(kind);
    }

    /** The controller at this place, with what it watches. */
    Watcher<?> watcher(int place) {
        return watchers.get(place);
    }

    /** Where the controller of this name stands; negative if there is none. */
    int place(String name) {
        return all.stream().map(Controller::name).toList().indexOf(name);
    }

    /** The views that they bring, each once. */
    List<View<?>> views() {
        Set<View<?>> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<View<?>> views = new ArrayList<>();
        for (Controller<?> controller : all) {
            for (View<?> view : controller.views()) {
                if (known.add(view)) {
                    views.add(view);
                }
            }
        }
        return views;
    }
}
