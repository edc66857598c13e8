package io.mooring.binding.world;

import io.mooring.meta.Ref;

/** A key that a controller wants to look at, and when. */
public record Wake(Ref<?> key, Moment moment) {

    /** When a key is looked at. */
    public enum Moment {
        /** As soon as it is the controller's turn: what an informer's event does upstream. */
        NOW,
        /** When nobody has anything to do any more: what the periodic resync does upstream. */
        AT_RESYNC
    }

    public static Wake now(Ref<?> key) {
        return new Wake(key, Moment.NOW);
    }

    public static Wake atResync(Ref<?> key) {
        return new Wake(key, Moment.AT_RESYNC);
    }
}
