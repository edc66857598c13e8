package io.mooring.binding.claims;

/**
 * One claim of one replica of a set.
 *
 * @param ordinal of the replica
 * @param template the name of the claim template, which is the name of the pod's volume too
 * @param decision what the set does about the claim
 */
public record ReplicaClaim(long ordinal, String template, ClaimDecision decision) {

    /** The claim's name: {@code www-web-0}. */
    public String name() {
        return decision.claim().metadata().name();
    }
}
