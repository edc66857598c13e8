package io.mooring.binding.lifecycle;

/** What is to be done with a claim, in the order of a transition's list. What is done already is left out. */
public enum ClaimAction {
    BIND("tie the volume to the claim, then the claim to the volume"),
    PHASE_PENDING("set the phase to Pending, without modes and capacity"),
    PHASE_LOST("set the phase to Lost, without modes and capacity, and say so in an event"),
    ASSIGN_DEFAULT_CLASS("write the name of the default class into it"),
    ASK_PROVISIONER("write the provisioner into its annotations and say in an event that it is waited for"),
    REPORT("say in an event what keeps it from a volume"),
    ADD_PROTECTION("add the finalizer kubernetes.io/pvc-protection"),
    REMOVE_PROTECTION("remove the finalizer kubernetes.io/pvc-protection"),
    MARK_USED("set the condition Unused to False"),
    MARK_UNUSED("set the condition Unused to True");

    private final String meaning;

    ClaimAction(String meaning) {
        this.meaning = meaning;
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }
}
