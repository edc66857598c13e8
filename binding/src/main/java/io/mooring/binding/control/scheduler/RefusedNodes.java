package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.ProvisioningFinding.NodesRefused;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nodes on which no volume could be made for a claim. Upstream keeps none in mind, but takes any of the best nodes at
 * random; here the others are tried first, so that a node that does is found.
 */
final class RefusedNodes {
    private RefusedNodes() {}

    /** Those of all claims of the pod. */
    static Set<Ref<Node>> of(Cluster cluster, Pod pod) {
        return pod.claims().stream()
                .flatMap(claim -> find(cluster, claim).stream())
                .flatMap(refused -> refused.nodes().stream())
                .collect(Collectors.toSet());
    }

    /** Those of the claim, with one more. */
    static NodesRefused and(Cluster cluster, Ref<PersistentVolumeClaim> claim, Ref<Node> node) {
        return find(cluster, claim)
                .map(refused -> refused.and(node))
                .orElseGet(() -> new NodesRefused(claim, List.of(node)));
    }

    private static Optional<NodesRefused> find(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.finding(claim).filter(NodesRefused.class::isInstance).map(NodesRefused.class::cast);
    }
}
