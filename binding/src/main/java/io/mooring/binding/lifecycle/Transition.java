package io.mooring.binding.lifecycle;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param next where the object then stands
 * @param actions what is to be done on the way, in order
 */
public record Transition<S, A>(S next, List<A> actions) {
    public Transition {
        actions = List.copyOf(actions);
    }
}
