package io.mooring.binding.control.scheduler;

import io.mooring.binding.cluster.Cluster;
import io.mooring.binding.cluster.PodRequests;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.Optional;

/** One pod looking for a node. */
record Attempt(Cluster world, Pod pod, PodClaims claims, PodRequests requests) {

    static Attempt of(Cluster world, Pod pod, PodClaims claims) {
        return new Attempt(world, pod, claims, PodRequests.of(pod));
    }

    /** What all other pods on the node ask for. */
    PodRequests othersOn(Node node) {
        PodRequests all = world.requests(node.metadata().name());
        return PodRequests.nodeOf(pod).equals(node.metadata().name()) ? all.minus(requests) : all;
    }

    NodeFit fit(Node node) {
        for (NodeFilter filter : NodeFilter.values()) {
            Optional<Misfit> misfit = filter.misfit(this, node);
            if (misfit.isPresent()) {
                return new NodeFit.Rejects(misfit.get());
            }
        }
        NodeFit volumes = new VolumeFit(world, node).fit(claims);
        return volumes instanceof NodeFit.Fits
                ? VolumeZones.misfit(world, node, claims.bound())
                        .<NodeFit>map(NodeFit.Rejects::new)
                        .orElse(volumes)
                : volumes;
    }
}
