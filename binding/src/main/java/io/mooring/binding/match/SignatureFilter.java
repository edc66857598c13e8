package io.mooring.binding.match;

/**
 * What a search asks of a {@link Signature}.
 *
 * @param anyOf bits of sets of access modes, of which the signature must have one
 * @param allOf bits of labels, all of which the signature must have
 */
record SignatureFilter(long anyOf, long allOf) {
    /** Asks nothing. */
    static final SignatureFilter NONE = new SignatureFilter(-1, 0);

    /** False only if no volume that is searched for has this signature, or is among those that it summarizes. */
    boolean mayMatch(long signature) {
        return (signature & anyOf) != 0 && (signature & allOf) == allOf;
    }
}
