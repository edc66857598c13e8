package io.mooring.binding.world;

import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The controllers of a cluster, in order: whenever several have something to do, the earlier one goes first.
 *
 * @param all in the order they go
 * @param semantics as which Kubernetes they act and the API answers
 */
public record Controllers(List<Controller<?>> all, Semantics semantics) {
    /** Nobody: a cluster in which only the API answers. */
    public static final Controllers NONE = of();

    /**
     * These controllers, in this order.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public Controllers {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (Controller<?> controller : all) {
            if (!names.add(controller.name())) {
                throw new IllegalArgumentException("two controllers are named " + controller.name());
            }
        }
    }

    /** These controllers, in this order, of {@link Semantics#DEFAULT}. */
    public static Controllers of(Controller<?>... all) {
        return new Controllers(List.of(all), Semantics.DEFAULT);
    }

    /** With these after all others. */
    public Controllers and(Collection<? extends Controller<?>> more) {
        List<Controller<?>> together = new ArrayList<>(all);
        together.addAll(more);
        return new Controllers(together, semantics);
    }

    /** The same of another Kubernetes. */
    public Controllers with(Semantics other) {
        return new Controllers(all, other);
    }

    /** Where the controller of this name stands; negative if there is none. */
    int place(String name) {
        return all.stream().map(Controller::name).toList().indexOf(name);
    }

    /** The views that they bring, each once. */
    List<View<?>> views() {
        List<View<?>> views = new ArrayList<>();
        for (Controller<?> controller : all) {
            for (View<?> view : controller.views()) {
                if (views.stream().noneMatch(known -> known == view)) {
                    views.add(view);
                }
            }
        }
        return List.copyOf(views);
    }
}
