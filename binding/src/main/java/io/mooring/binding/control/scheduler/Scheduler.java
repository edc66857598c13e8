package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.PodRequests;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.workload.Pod;
import java.util.List;

/**
 * Finds a node for each pod, binds the pod's volumes for it, then the pod. Of the nodes that fit it takes the one with the
 * most room ({@link Cluster#nodesByRoom}) and does not look at the rest; {@link #choices} has every node that fits, with
 * every choice among equal volumes. Models {@code schedulePod} and the binding cycle.
 *
 * <p>While volumes are being bound, the pod's {@code nominatedNodeName} keeps its node and its room.
 */
public final class Scheduler implements Controller {
    private static final String DEFAULT_NAME = "default-scheduler";

    public Scheduler() {}

    @Override
    public String name() {
        return DEFAULT_NAME;
    }

    @Override
    public List<Wake> wakes(Change change, Cluster world) {
        return new Requeue(change, world).wakes();
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<?> key) {
        return world.pod(key.namespace(), key.name())
                .filter(Scheduler::isToPlace)
                .map(pod -> new Placing(world, pod).first())
                .orElse(List.of());
    }

    @Override
    public List<List<Write>> choices(Cluster world, Ref<?> key) {
        return world.pod(key.namespace(), key.name())
                .filter(Scheduler::isToPlace)
                .map(pod -> new Placing(world, pod).all())
                .orElse(List.of(List.of()));
    }

    /** Whether the pod is this scheduler's to place. */
    static boolean isToPlace(Pod pod) {
        String scheduler = pod.spec().schedulerName();
        return pod.spec().nodeName().isEmpty()
                && !pod.metadata().isBeingDeleted()
                && (scheduler.isEmpty() || scheduler.equals(DEFAULT_NAME))
                && !isGated(pod);
    }

    /**
     * Whether the pod has its node and waits for its volumes only. Upstream's {@code PreBind} then looks at the claims
     * that are to be bound, and not at whether they are being deleted.
     */
    static boolean isBindingVolumes(Pod pod) {
        return !PodRequests.nodeOf(pod).isEmpty();
    }

    private static boolean isGated(Pod pod) {
        return pod.spec()
                .rest()
                .get("schedulingGates")
                .filter(gates ->
                        gates instanceof JsonArray array && !array.items().isEmpty())
                .isPresent();
    }
}
