package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.storage.PersistentVolumeClaim;

/** Why a claim stands as it does. */
public final class ClaimExplainer {
    private ClaimExplainer() {}

    /** Without what would help. */
    public static Explanation explain(Evidence evidence, PersistentVolumeClaim claim) {
        ClaimBindingFinding finding = ClaimFindings.of(evidence.cluster(), claim);
        return finding.accept(new ClaimByFinding(evidence, claim))
                .withQuotes(new Quotes(evidence, claim).of(finding).stream().toList());
    }
}
