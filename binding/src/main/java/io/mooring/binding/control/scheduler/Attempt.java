package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** One pod looking for a node. */
record Attempt(Cluster world, Pod pod, PodClaims claims, PodRequests requests) {

    static Attempt of(Cluster world, Pod pod, PodClaims claims) {
        return new Attempt(world, pod, claims, PodRequests.of(pod));
    }

    /** What all other pods on the node ask for. */
    PodRequests othersOn(Node node) {
        PodRequests all = world.view(NodeLoads.VIEW).on(node.metadata().name());
        return PodRequests.nodeOf(pod).equals(node.metadata().name()) ? all.minus(requests) : all;
    }

    /** Mooring's choice of volumes on the node. */
    NodeFit fit(Node node) {
        return filtered(node).orElseGet(() -> inZones(node, new VolumeFit(world, node).fit(claims)));
    }

    /** Every choice of volumes that upstream may make on the node, Mooring's first. */
    List<NodeFit> fits(Node node) {
        return filtered(node)
                .map(List::of)
                .orElseGet(() -> new VolumeFit(world, node)
                        .fits(claims).stream().map(fit -> inZones(node, fit)).toList());
    }

    private Optional<NodeFit> filtered(Node node) {
        for (NodeFilter filter : NodeFilter.values()) {
            Optional<Misfit> misfit = filter.misfit(this, node);
            if (misfit.isPresent()) {
                return misfit.map(NodeFit.Rejects::new);
            }
        }
        return Optional.empty();
    }

    private NodeFit inZones(Node node, NodeFit fit) {
        return fit instanceof NodeFit.Fits
                ? VolumeZones.misfit(world, node, claims.bound())
                        .<NodeFit>map(NodeFit.Rejects::new)
                        .orElse(fit)
                : fit;
    }
}
