package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;

/** The pods that are on no node. */
final class UnplacedPods {
    static final Index<Pod, Boolean> BY_PLACE = Index.of(Pod.KIND, Pod::spec, pod -> List.of(pod.isPlaced()));

    private UnplacedPods() {}

    static Stream<Pod> all(Cluster cluster) {
        return BY_PLACE.find(cluster, false);
    }
}
