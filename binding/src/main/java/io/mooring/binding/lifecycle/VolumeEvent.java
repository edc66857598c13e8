package io.mooring.binding.lifecycle;

/**
 * What can be observed of a volume, or happen to it. Those about its claim are what upstream's {@code syncVolume} distinguishes;
 * exactly one of them is true at any time, unless it is {@link #NOT_KNOWN}.
 */
public enum VolumeEvent {
    UNCLAIMED("it has no claimRef: it never had one, or somebody cleared it"),
    RESERVED("its claimRef names a claim without a uid"),
    CLAIM_TAKES_IT("the binder chose it for a claim"),
    CLAIM_HOLDS_IT("the claim of its claimRef names it in turn"),
    CLAIM_NOT_BOUND_YET("the claim of its claimRef has no volume yet"),
    CLAIM_OF_OTHER_MODE("the claim of its claimRef has no volume yet and asks for another volume mode"),
    CLAIM_ELSEWHERE("the claim of its claimRef is bound to another volume"),
    PROVISIONED_IN_VAIN("provisioned under Delete for a claim that is bound to another volume"),
    CLAIM_GONE_RETAIN("the claim of its claimRef is gone, the reclaim policy is Retain"),
    CLAIM_GONE_DELETE("the claim of its claimRef is gone, the reclaim policy is Delete"),
    CLAIM_GONE_RECYCLE("the claim of its claimRef is gone, the reclaim policy is Recycle"),
    CLAIM_GONE_OTHER_POLICY("the claim of its claimRef is gone, the reclaim policy is none that Kubernetes knows"),
    STORAGE_IN_USE("its storage cannot be reclaimed yet: pods use it, or the recycler is at work"),
    RECYCLED("its storage was scrubbed"),
    RECYCLING_FAILED("its storage could not be scrubbed, or nothing can scrub storage of its kind"),
    STORAGE_DELETED("its storage was deleted"),
    DELETION_FAILED("its storage could not be deleted, or nothing can delete storage of its kind"),
    LEFT_TO_PROVISIONER("its storage is for an external provisioner to delete"),
    DELETION_ASKED("somebody asked the API server to delete it"),
    UNPROTECTED("it lacks the finalizer kubernetes.io/pv-protection"),
    IN_USE("its phase is Bound"),
    NOT_IN_USE("its phase is not Bound"),
    NOT_KNOWN("nothing is known of a kind that it depends on");

    private final String meaning;

    VolumeEvent(String meaning) {
        this.meaning = meaning;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
