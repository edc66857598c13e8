package io.mooring.binding.claims;

import io.mooring.storage.PersistentVolumeClaim;

/** What a set does about one of its claims. */
public sealed interface ClaimDecision {

    /** The claim: the one to create, or the one that exists. */
    PersistentVolumeClaim claim();

    /** Calls the visitor's method for this decision. */
    <R> R accept(Visitor<R> visitor);

    /** An answer for each decision. */
    interface Visitor<R> {
        /** An answer for {@link Create}. */
        R visit(Create decision);

        /** An answer for {@link Use}. */
        R visit(Use decision);

        /** An answer for {@link Refuse}. */
        R visit(Refuse decision);
    }

    /**
     * There is no claim of that name; the set creates this one, without an owner.
     *
     * @param ownerReferences what they become once the pod exists
     */
    record Create(PersistentVolumeClaim claim, OwnerReferenceUpdate ownerReferences) implements ClaimDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * There is a claim of that name; the set uses it as it is, whatever it asks for and whoever made it.
     *
     * @param ownerReferences what the retention policy makes of them
     */
    record Use(PersistentVolumeClaim claim, OwnerReferenceUpdate ownerReferences) implements ClaimDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** There is a claim of that name, and the set cannot use it; the pod is not created. */
    record Refuse(PersistentVolumeClaim claim, ClaimRefusal reason) implements ClaimDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
