package io.mooring.binding.claims;

import io.mooring.meta.OwnerReference;

/** Why a set does not use a claim that has the right name. */
public sealed interface ClaimRefusal {

    /** It is being deleted; a new one is made once it is gone. Upstream: {@code createPersistentVolumeClaims}. */
    record BeingDeleted() implements ClaimRefusal {}

    /**
     * It goes with an earlier pod of the same name, under {@code whenScaled: Delete}; a new one is made once it is gone.
     * Upstream: {@code PodClaimIsStale}.
     */
    record OfEarlierPod(OwnerReference pod) implements ClaimRefusal {}
}
