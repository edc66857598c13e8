package io.mooring.binding.explain;

/**
 * What kind of fact it is. Codes are stable: other tools may key on them; the words of a {@link Fact} may change.
 *
 * <p>A code is the kind of the object and what of it matters: {@code volume.capacity}.
 */
public enum FactCode {
    VOLUME_CAPACITY("volume.capacity", "The volume holds less than the claim requests."),
    VOLUME_TAKEN("volume.taken", "Another claim has the volume, or it is kept for another."),
    VOLUME_HELD("volume.held", "The volume serves this claim."),
    VOLUME_WASTE("volume.waste", "The volume holds more than its claim asks for."),
    VOLUME_FREE("volume.free", "The volume's claimRef is empty: any claim that it fits may take it."),
    VOLUME_RESERVED("volume.reserved", "The volume's claimRef keeps it for a claim of this name."),
    VOLUME_RELEASED(
            "volume.released",
            "The claim that had the volume is gone; nobody else gets it as long as its claimRef names that claim."),
    VOLUME_RECLAIM_POLICY("volume.reclaim-policy", "What becomes of the volume once its claim is gone."),
    VOLUME_STORAGE("volume.storage", "Whether somebody deletes or scrubs the volume's storage, and what came of it."),
    VOLUME_WANTED_BY("volume.wanted-by", "A claim that waits could take the volume."),
    VOLUME_UNWANTED("volume.unwanted", "No claim that waits could take the volume."),

    DELETION_FINALIZER(
            "deletion.finalizer", "A finalizer holds the object, and whoever put it there has to take it off."),
    DELETION_USED_BY_POD(
            "deletion.used-by-pod", "A pod that has a node uses the claim; the claim goes when the pod is gone."),
    DELETION_POD_MADE_AGAIN("deletion.pod-made-again", "The pod would be made again by its controller."),
    DELETION_BOUND("deletion.bound", "The volume is Bound; it goes when its claim is gone."),
    DELETION_STORAGE("deletion.storage", "The volume goes when its storage has been deleted."),
    DELETION_ATTACHED("deletion.attached", "The volume goes when it is attached to no node."),
    DELETION_DEPENDENTS(
            "deletion.dependents",
            "The object was deleted in the foreground, and goes when what belongs to it is gone."),
    DELETION_NAMED("deletion.named", "Claims or volumes name the class; it goes when none does."),
    DELETION_CONTENT("deletion.content", "The namespace goes when nothing is left in it."),
    DELETION_STOPPING("deletion.stopping", "The pod goes when its node has stopped it."),
    DELETION_NODE_SILENT(
            "deletion.node-silent", "The pod's node does not answer, and nobody can say that the pod has stopped."),
    DELETION_UNHELD("deletion.unheld", "Nothing holds the object any more."),

    RESIZE_REQUESTED("resize.requested", "The claim asks for more than it has."),
    RESIZE_WAITS_FOR("resize.waits-for", "Who has to do the next step of the resize."),
    RESIZE_ERROR("resize.error", "What the driver answered to the resize."),
    RESIZE_ALLOWED("resize.allowed", "Which sizes the API server takes next."),
    MODIFICATION_WAITS_FOR("modification.waits-for", "Who has to do the next step of the change of attributes."),
    MODIFICATION_CLASS_MISSING("modification.class-missing", "The VolumeAttributesClass does not exist."),
    MODIFICATION_ERROR("modification.error", "What the driver answered to the change of attributes.");

    private final String code;
    private final String meaning;

    FactCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The stable code: {@code volume.capacity}. */
    public String code() {
        return code;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return code;
    }
}
