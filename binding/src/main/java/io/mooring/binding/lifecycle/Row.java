package io.mooring.binding.lifecycle;

/** One row of the table: what follows when this event meets this state. */
public sealed interface Row<S, E, A> {

    /** Where the object stands. */
    S state();

    /** What happens. */
    E event();

    /** The event has an effect, or is allowed to have none. */
    record Step<S, E, A>(S state, E event, Transition<S, A> transition) implements Row<S, E, A> {}

    /** The event is never observed in this state. */
    record CannotHappen<S, E, A>(S state, E event, String why) implements Row<S, E, A> {}
}
