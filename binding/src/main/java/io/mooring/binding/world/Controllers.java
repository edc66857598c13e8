package io.mooring.binding.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The controllers of a cluster, in order: whenever several have something to do, the earlier one goes first.
 *
 * @param all in the order they go
 */
public record Controllers(List<Controller> all) {
    /** Nobody: a world in which only the API answers. */
    public static final Controllers NONE = new Controllers(List.of());

    public Controllers {
        all = List.copyOf(all);
        Set<String> names = new HashSet<>();
        for (Controller controller : all) {
            if (!names.add(controller.name())) {
                throw new IllegalArgumentException("two controllers are named " + controller.name());
            }
        }
    }

    public static Controllers of(Controller... all) {
        return new Controllers(List.of(all));
    }
}
