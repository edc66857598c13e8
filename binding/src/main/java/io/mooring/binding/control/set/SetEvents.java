package io.mooring.binding.control.set;

import io.mooring.binding.world.Write;
import io.mooring.workload.StatefulSet;

/** What a set tells of its pods and claims. Models {@code recordPodEvent} and {@code recordClaimEvent}. */
record SetEvents(StatefulSet set) {

    /** What was done. */
    enum Verb {
        CREATE("Create"),
        UPDATE("Update"),
        DELETE("Delete");

        private final String text;

        Verb(String text) {
            this.text = text;
        }
    }

    Write.Emit pod(Verb verb, String pod) {
        return done(verb, verb.text + " Pod " + pod + ofSet() + " successful");
    }

    Write.Emit podFailed(Verb verb, String pod, String error) {
        return failed(verb, verb.text + " Pod " + pod + ofSet() + " failed error: " + error);
    }

    Write.Emit claimMade(String claim, String pod) {
        return done(Verb.CREATE, "Create Claim " + claim + " Pod " + pod + ofSet() + " success");
    }

    Write.Emit claimFailed(String claim, String pod, String error) {
        return failed(Verb.CREATE, "Create Claim " + claim + " for Pod " + pod + ofSet() + " failed error: " + error);
    }

    /** "Manging" is upstream's spelling. */
    Write.Emit conflictingController(String claim) {
        return Write.warning(
                set,
                "ConflictingController",
                "PersistentVolumeClaim " + claim
                        + " has a conflicting OwnerReference that acts as a manging controller, the retention policy"
                        + " is ignored for this claim");
    }

    private String ofSet() {
        return " in StatefulSet " + set.metadata().name();
    }

    private Write.Emit done(Verb verb, String message) {
        return Write.normal(set, "Successful" + verb.text, message);
    }

    private Write.Emit failed(Verb verb, String message) {
        return Write.warning(set, "Failed" + verb.text, message);
    }
}
