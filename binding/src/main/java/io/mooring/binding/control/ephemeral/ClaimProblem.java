package io.mooring.binding.control.ephemeral;

import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;

/** What stands in the way of an ephemeral volume's claim. */
sealed interface ClaimProblem {

    /** In Kubernetes' words. */
    String text();

    /** There is a claim of that name, which was not made for the pod. */
    record OfAnother(Ref<Pod> pod, Ref<PersistentVolumeClaim> claim) implements ClaimProblem {
        @Override
        public String text() {
            return EphemeralClaims.notOwner(pod, claim);
        }
    }

    /** The API does not take the claim. */
    record Refused(Ref<PersistentVolumeClaim> claim, String message) implements ClaimProblem {
        @Override
        public String text() {
            return "create PVC " + claim.name() + ": " + message;
        }
    }
}
