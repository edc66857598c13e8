package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;

/** The pods that are on no node. */
final class UnplacedPods {
    static final Index<Pod, Boolean> INDEX =
            Index.of(Pod.KIND, Pod::spec, pod -> pod.isPlaced() ? List.of() : List.of(true));

    private UnplacedPods() {}

    static Stream<Pod> all(Cluster cluster) {
        return INDEX.find(cluster, true);
    }
}
