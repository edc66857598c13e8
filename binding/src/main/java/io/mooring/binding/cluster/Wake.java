package io.mooring.binding.cluster;

import io.mooring.meta.ObjectKey;

/** A key that a controller wants to look at, and when. */
public record Wake(ObjectKey key, Moment moment) {

    /** When a key is looked at. */
    public enum Moment {
        /** As soon as it is the controller's turn: what an informer's event does upstream. */
        NOW,
        /** When nobody has anything to do any more: what the periodic resync does upstream. */
        AT_RESYNC
    }

    public static Wake now(ObjectKey key) {
        return new Wake(key, Moment.NOW);
    }

    public static Wake atResync(ObjectKey key) {
        return new Wake(key, Moment.AT_RESYNC);
    }
}
