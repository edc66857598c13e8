package io.mooring.binding.world;

/**
 * An item that a controller wants to look at, and when.
 *
 * @param <I> what the controller looks at
 */
public record Wake<I>(I item, Moment moment) {

    /** When an item is looked at. */
    public enum Moment {
        /** As soon as it is the controller's turn: what an informer's event does upstream. */
        NOW,
        /** When nobody has anything to do any more: what the periodic resync does upstream. */
        AT_RESYNC
    }

    /** As soon as it is the controller's turn. */
    public static <I> Wake<I> now(I item) {
        return new Wake<>(item, Moment.NOW);
    }

    /** When nobody has anything to do any more. */
    public static <I> Wake<I> atResync(I item) {
        return new Wake<>(item, Moment.AT_RESYNC);
    }
}
