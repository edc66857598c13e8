package io.mooring.binding.claims;

import io.mooring.storage.PersistentVolumeClaim;

/** What a set does about one of its claims. */
public sealed interface ClaimDecision {

    /** The claim: the one to create, or the one that exists. */
    PersistentVolumeClaim claim();

    /** Answers by the case for this decision. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of decision. */
    interface Cases<R> {
        R create(Create decision);

        R use(Use decision);

        R refuse(Refuse decision);
    }

    /**
     * There is no claim of that name; the set creates this one, without an owner.
     *
     * @param ownerReferences what they become once the pod exists
     */
    record Create(PersistentVolumeClaim claim, OwnerReferenceUpdate ownerReferences) implements ClaimDecision {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.create(this);
        }
    }

    /**
     * There is a claim of that name; the set uses it as it is, whatever it asks for and whoever made it.
     *
     * @param ownerReferences what the retention policy makes of them
     */
    record Use(PersistentVolumeClaim claim, OwnerReferenceUpdate ownerReferences) implements ClaimDecision {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.use(this);
        }
    }

    /** There is a claim of that name, and the set cannot use it; the pod is not created. */
    record Refuse(PersistentVolumeClaim claim, ClaimRefusal reason) implements ClaimDecision {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refuse(this);
        }
    }
}
