package io.mooring.binding.match;

import io.mooring.storage.PersistentVolume;
import java.util.List;

/**
 * One volume, held against every rule.
 *
 * @param isReserved whether the volume's claimRef names the claim; then fewer rules are asked
 * @param mismatches every reason why it does not do, in the order of the rules; empty if it does
 */
public record Evaluation(PersistentVolume volume, boolean isReserved, List<Mismatch> mismatches) {
    public Evaluation {
        mismatches = List.copyOf(mismatches);
    }

    /** Whether the claim may get it, unless another volume is preferred. */
    public boolean fits() {
        return mismatches.isEmpty();
    }
}
