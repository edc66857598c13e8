package io.mooring.binding.control;

import io.mooring.quantity.Quantity;

/** What came of a request to enlarge a volume. */
public sealed interface Resizing {

    /** It has this size now. */
    record Resized(Quantity size) implements Resizing {}

    /** It has this size now; its file system gets it when a pod runs with it. */
    record FileSystemPending(Quantity size) implements Resizing {}

    /**
     * It cannot be done, ever; the claim has to ask for less.
     *
     * @param message for events and conditions
     */
    record Infeasible(String message) implements Resizing {}

    /**
     * It did not work, for sure; what the claim asks for by then is tried after a while.
     *
     * @param message for events and conditions
     */
    record Failed(String message) implements Resizing {}

    /**
     * It may be under way still; the same is tried again after a while, whatever the claim asks for by then.
     *
     * @param message for events
     */
    record Unfinished(String message) implements Resizing {}
}
