package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Optional;

/** Why a replica of a StatefulSet cannot have one of its claims. */
public sealed interface ClaimObstacle {

    /** The claim. */
    Ref<PersistentVolumeClaim> claim();

    /** Answers by the case for this obstacle. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of obstacle. */
    interface Cases<R> {
        R beingDeleted(BeingDeleted obstacle);

        R refused(Refused obstacle);
    }

    /** The one that there is is being deleted. */
    record BeingDeleted(Ref<PersistentVolumeClaim> claim) implements ClaimObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.beingDeleted(this);
        }
    }

    /**
     * The API refuses it.
     *
     * @param message the API's
     * @param by the ResourceQuota or the LimitRange that has it against the claim; empty where it is a rule of the API itself
     */
    record Refused(Ref<PersistentVolumeClaim> claim, String message, Optional<Ref<?>> by) implements ClaimObstacle {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
