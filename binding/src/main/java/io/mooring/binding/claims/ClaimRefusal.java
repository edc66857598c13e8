package io.mooring.binding.claims;

import io.mooring.meta.OwnerReference;

/** Why a set cannot use a claim that has the right name. In either case it creates a new one once this one is gone. */
public sealed interface ClaimRefusal {

    /** Whether the claim is kept for an earlier pod. Upstream then does not even try to create the pod. */
    boolean isOfEarlierPod();

    /** The claim is being deleted. Models {@code createPersistentVolumeClaims}. */
    record BeingDeleted() implements ClaimRefusal {
        @Override
        public boolean isOfEarlierPod() {
            return false;
        }
    }

    /**
     * Under {@code whenScaled: Delete}, the claim is owned by an earlier pod of the same name and will be deleted with it.
     * Models {@code PodClaimIsStale}.
     */
    record OfEarlierPod(OwnerReference pod) implements ClaimRefusal {
        @Override
        public boolean isOfEarlierPod() {
            return true;
        }
    }
}
