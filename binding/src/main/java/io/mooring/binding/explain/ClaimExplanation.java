package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/**
 * Why a claim stands as it does, and what would help.
 *
 * @param edits changes to what is there, each of which binds the claim by itself, the smallest first; there need not be
 *     any
 */
public record ClaimExplanation(PersistentVolumeClaim claim, Why why, List<Edit> edits) {
    public ClaimExplanation {
        edits = List.copyOf(edits);
    }

    /** Which claim. */
    public Ref<?> ref() {
        return claim.ref();
    }

    /** Several lines for a person: the reason, every volume's own reason, and what would help; ends in a newline. */
    public String text() {
        return Wording.of(this);
    }
}
