package io.mooring.binding.claims;

import io.mooring.meta.OwnerReference;
import java.util.List;
import java.util.Optional;

/** What a set's retention policy makes of a claim's owner references. */
public sealed interface OwnerReferenceUpdate {

    /** The references to write; empty if they stay as they are. */
    Optional<List<OwnerReference>> change();

    /** They are as the policy wants them. */
    record UpToDate() implements OwnerReferenceUpdate {
        @Override
        public Optional<List<OwnerReference>> change() {
            return Optional.empty();
        }
    }

    /** They become these. References to others than the set and the pod stay, in their order. */
    record Change(List<OwnerReference> references) implements OwnerReferenceUpdate {
        public Change {
            references = List.copyOf(references);
        }

        @Override
        public Optional<List<OwnerReference>> change() {
            return Optional.of(references);
        }
    }

    /** They stay: this one has the name of the set or the pod, but the uid of an earlier one. The garbage collector will see to it. */
    record Stale(OwnerReference reference) implements OwnerReferenceUpdate {
        @Override
        public Optional<List<OwnerReference>> change() {
            return Optional.empty();
        }
    }

    /** They stay: another controller has the claim, and the policy does not apply to it. */
    record OtherController(OwnerReference controller) implements OwnerReferenceUpdate {
        @Override
        public Optional<List<OwnerReference>> change() {
            return Optional.empty();
        }
    }
}
