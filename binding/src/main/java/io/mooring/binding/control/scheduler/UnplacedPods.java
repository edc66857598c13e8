package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;

/** The pods that are on no node, and those of them that the scheduler placed nowhere. */
final class UnplacedPods {
    private static final String UNBOUND_CLAIMS = "unbound immediate PersistentVolumeClaims";

    private static final Index<Pod, Boolean> BY_PLACE = Index.of(Pod.KIND, Pod::spec, pod -> List.of(pod.isPlaced()));
    private static final Index<Pod, Boolean> REJECTED = Index.of(Pod.KIND, pod -> pod, pod -> List.of(isRejected(pod)));
    static final List<View<?>> VIEWS = List.of(BY_PLACE, REJECTED);

    private UnplacedPods() {}

    /** The pods that are on no node. */
    static Stream<Pod> all(Cluster cluster) {
        return BY_PLACE.find(cluster, false);
    }

    /**
     * The pods that the scheduler placed nowhere for a reason that some volume, class or node to come may lift; not those
     * that wait for their claims to be bound.
     */
    static Stream<Pod> rejected(Cluster cluster) {
        return REJECTED.find(cluster, true);
    }

    private static boolean isRejected(Pod pod) {
        return pod.spec().nodeName().isEmpty()
                && pod.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("PodScheduled")
                                && condition.status().equals("False")
                                && !condition.message().contains(UNBOUND_CLAIMS));
    }
}
