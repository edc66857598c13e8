package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is known of a pod before nodes are looked at. Upstream: what {@code PreFilter} leaves in {@code CycleState}. */
record CycleState(
        Cluster cluster,
        Pod pod,
        PodClaims claims,
        PodRequests requests,
        List<HostPort> ports,
        Set<CsiVolume> volumes,
        Domains domains,
        Neighbours neighbours) {

    static CycleState of(Cluster cluster, Pod pod, PodClaims claims) {
        PodDemands demands = PodDemands.of(pod);
        return new CycleState(
                cluster,
                pod,
                claims,
                PodRequests.of(pod),
                HostPort.of(pod),
                CsiVolume.of(cluster, pod),
                Domains.of(cluster, pod, demands.spread()),
                Neighbours.of(cluster, pod, demands));
    }

    /** What all other pods on the node ask for. */
    PodRequests othersOn(Node node) {
        PodRequests all = cluster.view(NodeLoads.VIEW).on(node.metadata().name());
        return PodRequests.nodeOf(pod).equals(node.metadata().name()) ? all.minus(requests) : all;
    }

    /** The pod's claims as they are when these pods are gone: what they had to themselves is free. */
    PodClaims claimsWithout(Collection<Pod> gone) {
        List<Ref<Pod>> refs = gone.stream().map(Pod::ref).toList();
        return new PodClaims(
                claims.bound(),
                claims.waiting(),
                claims.inUse().stream()
                        .filter(use -> !refs.containsAll(use.pods()))
                        .toList());
    }
}
