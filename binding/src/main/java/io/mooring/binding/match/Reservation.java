package io.mooring.binding.match;

/** Whom a volume's claimRef names. */
enum Reservation {
    /** Nobody: there is no claimRef. */
    NONE,

    /** The claim that is searched for: its namespace, its name, and its uid or none. */
    FOR_THIS_CLAIM,

    /** Some other claim, be it one of the same name that is gone. */
    FOR_ANOTHER
}
