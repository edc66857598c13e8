package io.mooring.binding.lifecycle;

/** What is to be done with a volume, in the order of a transition's list. What is done already is left out. */
public enum VolumeAction {
    WRITE_CLAIM_REF("write the claim and its uid into claimRef"),
    UNBIND("clear claimRef; of a volume that its maker reserved, only the uid in it"),
    PHASE_AVAILABLE("set the phase to Available"),
    PHASE_BOUND("set the phase to Bound"),
    RELEASE("set the phase to Released, unless it is Failed"),
    FAIL("set the phase to Failed with the reason as its message, and say so in an event"),
    SYNC_CLAIM("look at its claim"),
    WARN_OF_MODES("say in events on the volume and on the claim that their modes differ"),
    DELETE_STORAGE("ask the deleter of its source to delete the storage"),
    RECYCLE_STORAGE("ask the recycler of its source to scrub the storage"),
    REPORT_RECYCLED("say in an event that it was recycled"),
    DELETE_VOLUME("delete the object"),
    ADD_PROTECTION("add the finalizer kubernetes.io/pv-protection"),
    REMOVE_PROTECTION("remove the finalizer kubernetes.io/pv-protection");

    private final String meaning;

    VolumeAction(String meaning) {
        this.meaning = meaning;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
