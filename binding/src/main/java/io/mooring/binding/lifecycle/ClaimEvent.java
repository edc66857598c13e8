package io.mooring.binding.lifecycle;

/**
 * What can be observed of a claim, or happen to it. Those from {@link #VOLUME_FITS} to {@link #MISBOUND} are what
 * upstream's {@code syncClaim} distinguishes; exactly one of them is true at any time, unless it is {@link #NOT_KNOWN}.
 */
public enum ClaimEvent {
    VOLUME_FITS("a volume was found for it, or the volume that it names is free or reserved for it"),
    DEFAULT_CLASS_APPEARED("no volume fits, it names no class, and there is a default class"),
    NO_CLASS("no volume fits, and without a class none can be provisioned"),
    AWAITS_CONSUMER("no volume fits, and its class waits until a pod that uses it is scheduled"),
    PROVISIONABLE("no volume fits, and its class has an external provisioner"),
    NOT_PROVISIONABLE("no volume fits, and its class is missing or has no provisioner left"),
    NAMED_VOLUME_MISSING("the volume that it names does not exist"),
    NAMED_VOLUME_UNFIT("the volume that it names is free and does not satisfy it"),
    NAMED_VOLUME_TAKEN("the volume that it names belongs to another claim"),
    CHOSEN_VOLUME_TAKEN("the volume that the binder once chose for it belongs to another claim"),
    VOLUME_HELD("it was bound, and its volume's claimRef is its own or empty"),
    VOLUME_NAME_LOST("it was bound, and names no volume any more"),
    VOLUME_LOST("it was bound, and its volume does not exist any more"),
    MISBOUND("it was bound, and its volume's claimRef is another claim's"),
    DELETION_ASKED("somebody asked the API server to delete it"),
    UNPROTECTED("it lacks the finalizer kubernetes.io/pvc-protection"),
    POD_HOLDS_IT("a scheduled pod uses it"),
    LAST_POD_GONE("no scheduled pod uses it"),
    POD_REFERS_TO_IT("a pod that has not ended names it, scheduled or not"),
    NO_POD_REFERS_TO_IT("no pod that has not ended names it"),
    NOT_KNOWN("nothing is known of a kind that it depends on");

    private final String meaning;

    ClaimEvent(String meaning) {
        this.meaning = meaning;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
