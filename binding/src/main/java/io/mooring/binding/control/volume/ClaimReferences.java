package io.mooring.binding.control.volume;

import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolumeClaim;

/** References from volumes to claims. */
public final class ClaimReferences {
    private ClaimReferences() {}

    /** All that is known of the claim. Models {@code GetReference} of client-go. */
    public static ObjectReference to(PersistentVolumeClaim claim) {
        return ObjectReference.builder()
                .kind(PersistentVolumeClaim.KIND.name())
                .apiVersion(PersistentVolumeClaim.KIND.apiVersion())
                .namespace(claim.metadata().namespace())
                .name(claim.metadata().name())
                .uid(claim.metadata().uid())
                .resourceVersion(claim.metadata().resourceVersion())
                .build();
    }
}
