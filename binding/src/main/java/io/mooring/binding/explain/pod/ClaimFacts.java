package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.tree.FieldPath;

/** How a claim stands, as a fact of a pod that needs it. */
final class ClaimFacts {
    private ClaimFacts() {}

    /** The first sentence of the claim's own explanation. */
    static Fact headline(FactCode code, Explanation claim) {
        String headline = claim.headline();
        return Fact.of(code, claim.about(), FieldPath.ROOT, headline.substring(0, headline.length() - 1));
    }
}
