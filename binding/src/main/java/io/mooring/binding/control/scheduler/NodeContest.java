package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.Contest;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a write takes a volume, or room on a node, that others may want too. */
final class NodeContest extends Contest {
    private final Cluster cluster;

    NodeContest(Cluster cluster) {
        super(cluster);
        this.cluster = cluster;
    }

    @Override
    public Boolean bind(Write.Bind write) {
        return cluster.get(write.pod()).filter(this::hasRival).isPresent();
    }

    /** Whether another pod waits for a node that uses the same claim, or that requests resources as this one does. */
    private boolean hasRival(Pod pod) {
        boolean requestsResources = requestsResources(pod);
        return UnplacedPods.all(cluster)
                .filter(other -> !other.ref().equals(pod.ref()))
                .anyMatch(other -> (requestsResources && requestsResources(other)) || shareClaim(pod, other));
    }

    private static boolean requestsResources(Pod pod) {
        return !PodRequests.of(pod).amounts().isEmpty();
    }

    private static boolean shareClaim(Pod pod, Pod other) {
        Set<Ref<PersistentVolumeClaim>> claims = pod.claims().collect(Collectors.toSet());
        return other.claims().anyMatch(claims::contains);
    }
}
