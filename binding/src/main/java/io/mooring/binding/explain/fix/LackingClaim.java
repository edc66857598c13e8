package io.mooring.binding.explain.fix;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Optional;

/** The claim for which a volume is lacking on a node, where that is why the node does not do. */
final class LackingClaim {
    private LackingClaim() {}

    static Optional<Ref<PersistentVolumeClaim>> of(NodeRejection rejection) {
        if (rejection instanceof NodeRejection.NoVolumeToBind lacking) {
            return Optional.of(lacking.claim());
        }
        if (rejection instanceof NodeRejection.TopologyNotAllowed lacking) {
            return Optional.of(lacking.claim());
        }
        return rejection instanceof NodeRejection.NotEnoughStorage lacking
                ? Optional.of(lacking.claim())
                : Optional.empty();
    }
}
