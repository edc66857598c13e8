package io.mooring.binding.world;

/**
 * An item for a controller's queue, and when it is reconciled.
 *
 * @param <I> what the controller reconciles
 */
public record Wake<I>(I item, Moment moment) {

    /** When an item is reconciled. */
    public enum Moment {
        /** As soon as it is the controller's turn. Upstream: an informer's event puts it into the work queue. */
        NOW,
        /** When no controller has anything else to do. Upstream: the informer's periodic resync. */
        AT_RESYNC
    }

    /** As soon as it is the controller's turn. */
    public static <I> Wake<I> now(I item) {
        return new Wake<>(item, Moment.NOW);
    }

    /** When no controller has anything else to do. */
    public static <I> Wake<I> atResync(I item) {
        return new Wake<>(item, Moment.AT_RESYNC);
    }
}
