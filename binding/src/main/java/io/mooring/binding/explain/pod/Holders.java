package io.mooring.binding.explain.pod;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;

/** The pods that are in a pod's way on a node: with them gone the rejection is gone. */
final class Holders {
    private Holders() {}

    /** None where it is not about certain pods. */
    static List<Ref<Pod>> of(NodeRejection rejection) {
        if (rejection instanceof NodeRejection.HostPortTaken taken) {
            return taken.pods();
        }
        if (rejection instanceof NodeRejection.ClaimInUse use) {
            return use.pods();
        }
        if (rejection instanceof NodeRejection.NearUnwantedPods near) {
            return near.pods();
        }
        return rejection instanceof NodeRejection.UnwantedByPods unwanted ? unwanted.pods() : List.of();
    }
}
