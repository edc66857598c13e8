package io.mooring.binding.control;

/** What came of a request to give a volume other attributes. */
public sealed interface Modification {

    /** It has them. */
    record Modified() implements Modification {}

    /**
     * It cannot have them; the claim has to name another class.
     *
     * @param message for events and conditions
     */
    record Infeasible(String message) implements Modification {}

    /**
     * It did not work, for sure; the class that the claim names by then is tried after a while.
     *
     * @param message for events and conditions
     */
    record Failed(String message) implements Modification {}

    /**
     * It may be under way still; the same class is tried again after a while, whatever the claim names by then.
     *
     * @param message for events and conditions
     */
    record Unfinished(String message) implements Modification {}
}
