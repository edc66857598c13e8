package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.workload.PodTemplates;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.util.HashSet;
import java.util.Set;

/**
 * What a node may run out of: for that alone it matters which pod comes first. A resource is scarce if some node could not take all pods that
 * wait and all that are wanted, twice, as a rollout has pods of two templates; places are, if some node could not take all pods that wait.
 *
 * @param resources those that may run out
 * @param isOfPlaces whether a node's number of pods may
 */
record ScarceRoom(Set<String> resources, boolean isOfPlaces) {
    private static final long TWICE = 2;

    static ScarceRoom of(Cluster cluster) {
        PodRequests waiting =
                UnplacedPods.all(cluster).map(PodRequests::of).reduce(PodRequests.NONE, PodRequests::plus);
        PodRequests all = PodTemplates.KINDS.stream()
                .flatMap(cluster::list)
                .map(workload -> wanted(cluster, workload))
                .reduce(waiting, PodRequests::plus);
        Set<String> resources = new HashSet<>();
        boolean isOfPlaces = false;
        for (Node node : cluster.list(Node.KIND, "")) {
            PodRequests there = cluster.view(NodeLoads.VIEW).on(node.metadata().name());
            addScarce(node, there.plus(all), resources);
            isOfPlaces |= PodRequests.allocatable(node, "pods").longValue() < there.pods() + waiting.pods();
        }
        return new ScarceRoom(resources, isOfPlaces);
    }

    private static void addScarce(Node node, PodRequests asked, Set<String> scarce) {
        asked.amounts().forEach((resource, amount) -> {
            if (amount.compareTo(PodRequests.allocatable(node, resource)) > 0) {
                scarce.add(resource);
            }
        });
    }

    /** What its pods ask for, all of them, twice. */
    private static PodRequests wanted(Cluster cluster, KubernetesObject workload) {
        return PodTemplates.of(workload)
                .map(template -> PodRequests.of(template.spec()).times(TWICE * count(cluster, workload)))
                .orElse(PodRequests.NONE);
    }

    private static long count(Cluster cluster, KubernetesObject workload) {
        if (workload instanceof DaemonSet) {
            return cluster.list(Node.KIND, "").size();
        }
        return workload instanceof Job job
                ? job.parallelism()
                : PodTemplates.wanted(workload).orElse(0);
    }

    /** Whether both pods need something that may run out. */
    boolean isWantedByBoth(Pod pod, Pod other) {
        if (isOfPlaces) {
            return true;
        }
        Set<String> ofOther = PodRequests.of(other).amounts().keySet();
        return PodRequests.of(pod).amounts().keySet().stream()
                .anyMatch(resource -> resources.contains(resource) && ofOther.contains(resource));
    }
}
