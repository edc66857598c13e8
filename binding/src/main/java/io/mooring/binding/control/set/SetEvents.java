package io.mooring.binding.control.set;

import io.mooring.binding.finding.ClaimObstacle;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;

/** The events on a set about its pods and claims. Models {@code recordPodEvent} and {@code recordClaimEvent}. */
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

    Write.Emit podFailed(ReplicaFinding.PodRefused finding) {
        return podFailed(finding.pod(), finding.message());
    }

    Write.Emit podFailed(ReplicaFinding.TooMany finding) {
        return podFailed(finding.pod(), finding.message());
    }

    Write.Emit podFailed(ReplicaFinding.ClaimsRefused finding) {
        List<String> errors = finding.obstacles().stream()
                .map(obstacle -> obstacle.accept(ERRORS))
                .toList();
        return podFailed(finding.pod(), errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]");
    }

    private Write.Emit podFailed(Ref<Pod> pod, String error) {
        return failed(Verb.CREATE, Verb.CREATE.text + " Pod " + pod.name() + ofSet() + " failed error: " + error);
    }

    private static final ClaimObstacle.Cases<String> ERRORS = new ClaimObstacle.Cases<>() {
        @Override
        public String beingDeleted(ClaimObstacle.BeingDeleted obstacle) {
            return "pvc " + obstacle.claim().name() + " is being deleted";
        }

        @Override
        public String refused(ClaimObstacle.Refused obstacle) {
            return "failed to create PVC " + obstacle.claim().name() + ": " + obstacle.message();
        }
    };

    Write.Emit claimCreated(String claim, String pod) {
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

    Write.Emit unknownStrategy() {
        String gate = Behaviour.STATEFUL_SET_RECREATE.gate().orElseThrow();
        return Write.warning(
                set,
                "UnknownStrategy",
                "statefulset " + set.ref().qualifiedName() + " uses Recreate strategy but feature gate " + gate
                        + " is disabled");
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
