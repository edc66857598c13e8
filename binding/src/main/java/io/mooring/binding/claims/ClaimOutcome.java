package io.mooring.binding.claims;

import io.mooring.storage.PersistentVolumeClaim;

/** What a set does about one of its claims. */
public sealed interface ClaimOutcome {

    /** The claim: the new one, or the one that exists. */
    PersistentVolumeClaim claim();

    /**
     * There is none yet, so that the set makes this one. It has no owner at first.
     *
     * @param ownership the owners it is given once its pod exists
     */
    record Made(PersistentVolumeClaim claim, Ownership ownership) implements ClaimOutcome {}

    /**
     * One of that name exists and is used as it is, whatever it asks for and whoever made it.
     *
     * @param ownership what the retention policy makes of its owners
     */
    record Adopted(PersistentVolumeClaim claim, Ownership ownership) implements ClaimOutcome {}

    /** One of that name exists and cannot be used: the pod is not made. */
    record Refused(PersistentVolumeClaim claim, ClaimRefusal reason) implements ClaimOutcome {}
}
