package io.mooring.binding.match;

/** Whom a volume is reserved for, as seen from the claim of a search. */
enum Reservation {
    /** Nobody: it has no claimRef. */
    NONE,

    /** This claim: its claimRef has the claim's namespace and name, and its uid or none. */
    FOR_THIS_CLAIM,

    /** Another claim, be it an earlier one of the same name. */
    FOR_ANOTHER
}
