package io.mooring.binding.claims;

import io.mooring.meta.OwnerReference;
import java.util.List;

/** What a set's retention policy makes of a claim's owner references. Upstream: {@code isClaimOwnerUpToDate}. */
public sealed interface Ownership {

    /** They are as the policy wants them. */
    record AsWanted() implements Ownership {}

    /** They become these; references to others than the set and the pod stay, in their order. */
    record Changed(List<OwnerReference> references) implements Ownership {}

    /**
     * They stay, because {@code reference} names the set or the pod by an earlier uid: whoever that was, the garbage
     * collector settles it.
     */
    record Stale(OwnerReference reference) implements Ownership {}

    /** They stay, because someone else manages the claim; the policy is ignored for it. */
    record Foreign(OwnerReference controller) implements Ownership {}
}
