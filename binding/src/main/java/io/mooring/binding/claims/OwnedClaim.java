package io.mooring.binding.claims;

/**
 * One claim of a set.
 *
 * @param ordinal of the replica it serves
 * @param template the name of the claim template it comes from, which is the name of the pod's volume too
 * @param outcome what becomes of it
 */
public record OwnedClaim(long ordinal, String template, ClaimOutcome outcome) {

    /** The claim's name: {@code www-web-0}. */
    public String name() {
        return outcome.claim().metadata().name();
    }
}
