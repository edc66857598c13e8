package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.Contest;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
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

    /**
     * Whether another pod waits for a node that uses the same claim, wants the same port, needs what a node may run out of or has
     * volumes attached as this one does, or is one that demands of pods where this one runs, or the other way round.
     */
    private boolean hasRival(Pod pod) {
        List<Pod> others = UnplacedPods.all(cluster)
                .filter(other -> !other.ref().equals(pod.ref()))
                .toList();
        if (others.isEmpty()) {
            return false;
        }
        ScarceRoom scarce = ScarceRoom.of(cluster);
        boolean attachesVolumes =
                CsiVolume.mayHaveSome(pod) && !cluster.list(CsiNode.KIND, "").isEmpty();
        return others.stream()
                .anyMatch(other -> scarce.isWantedByBoth(pod, other)
                        || (attachesVolumes && CsiVolume.mayHaveSome(other))
                        || shareClaim(pod, other)
                        || sharePort(pod, other)
                        || demandsOf(pod, other)
                        || demandsOf(other, pod));
    }

    private static boolean sharePort(Pod pod, Pod other) {
        List<HostPort> ports = HostPort.of(pod);
        return HostPort.of(other).stream().anyMatch(port -> ports.stream().anyMatch(port::conflictsWith));
    }

    private boolean demandsOf(Pod pod, Pod other) {
        Set<PodSelection> ofOther = PodDemands.of(other).selections(other);
        return PodDemands.of(pod).selections(pod).stream()
                .anyMatch(selection -> selection.selects(other, ofOther, cluster));
    }

    private static boolean shareClaim(Pod pod, Pod other) {
        Set<Ref<PersistentVolumeClaim>> claims = pod.claims().stream().collect(Collectors.toSet());
        return other.claims().stream().anyMatch(claims::contains);
    }
}
