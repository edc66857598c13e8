package io.mooring.binding.explain.claim;

import io.mooring.binding.finding.VolumeHolder;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Optional;

/** A change to a volume that says nothing about the storage itself: whom it is kept for, or its class. */
sealed interface VolumeChange {
    /** As a merge patch. */
    JsonObject patch();

    /** What it does, for a person, with the volume's name put in: {@code clear the claimRef of Released volume pv-a}. */
    String purpose(String volumeName);

    /** What it takes from others or gives away. */
    String cost();

    /**
     * The volume forgets the claim that held it, which is gone.
     *
     * @param phase of the volume
     */
    record ClearClaimRef(VolumeHolder holder, Optional<VolumePhase> phase) implements VolumeChange {
        @Override
        public JsonObject patch() {
            return JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL));
        }

        @Override
        public String purpose(String volumeName) {
            return "clear the claimRef of " + phase.map(it -> it + " ").orElse("") + "volume " + volumeName;
        }

        @Override
        public String cost() {
            return "the data that " + holder.claim().qualifiedName() + " left there come with it";
        }
    }

    /** The volume gets another class; empty for none. */
    record SetClass(String from, String to) implements VolumeChange {
        @Override
        public JsonObject patch() {
            return JsonObject.of("spec", JsonObject.of("storageClassName", new JsonString(to)));
        }

        @Override
        public String purpose(String volumeName) {
            return "give volume " + volumeName + " the class \"" + to + "\"";
        }

        @Override
        public String cost() {
            return from.isEmpty()
                    ? "claims without a class can no longer have it"
                    : "claims of class \"" + from + "\" can no longer have it";
        }
    }
}
