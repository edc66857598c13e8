package io.mooring.binding.lifecycle;

/** One row of the table: what follows when this event happens in this state. */
public sealed interface Row<S, E, A> {

    /** Where the object stands. */
    S state();

    /** What happens. */
    E event();

    /**
     * What follows.
     *
     * @throws IllegalArgumentException if the event cannot happen in this state; the message says why
     */
    Transition<S, A> transition();

    /** The event can happen, and this follows, if only that the object stays as it is. */
    record Step<S, E, A>(S state, E event, Transition<S, A> transition) implements Row<S, E, A> {}

    /** The event is never observed in this state. */
    record CannotHappen<S, E, A>(S state, E event, String why) implements Row<S, E, A> {
        @Override
        public Transition<S, A> transition() {
            throw new IllegalArgumentException(event + " cannot happen in state " + state + ": " + why);
        }
    }
}
