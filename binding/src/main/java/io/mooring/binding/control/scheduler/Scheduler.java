package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.Contest;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds a node for each pod, binds the pod's volumes for it, then the pod. Of the nodes that fit it takes the one with the
 * most room ({@link NodeLoads#bestFirst}) and does not look at the rest; {@link #choices} has every node that fits, with
 * every choice among equal volumes. Models {@code schedulePod} and the binding cycle.
 *
 * <p>While volumes are being bound, the pod's {@code nominatedNodeName} keeps its node and its room.
 */
public final class Scheduler implements Controller<Ref<Pod>> {
    private static final String DEFAULT_NAME = "default-scheduler";

    public Scheduler() {}

    @Override
    public String name() {
        return DEFAULT_NAME;
    }

    @Override
    public List<View<?>> views() {
        List<View<?>> views = new ArrayList<>(UnplacedPods.VIEWS);
        views.add(NodeLoads.VIEW);
        views.add(VolumeIndexes.POOL);
        views.add(VolumeIndexes.PODS_BY_CLAIM);
        return views;
    }

    @Override
    public List<Wake<Ref<Pod>>> wakes(Change change, Cluster world) {
        return new Requeue(change, world).wakes();
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<Pod> item) {
        return world.get(item)
                .filter(Scheduler::isToPlace)
                .map(pod -> new Placing(world, pod).first())
                .orElse(List.of());
    }

    @Override
    public List<List<Write>> choices(Cluster world, Ref<Pod> item) {
        return world.get(item)
                .filter(Scheduler::isToPlace)
                .map(pod -> new Placing(world, pod).all())
                .orElse(List.of(List.of()));
    }

    @Override
    public boolean isContested(Cluster world, Write write) {
        return Contest.isForVolume(world, write)
                || (write instanceof Write.Bind bind
                        && world.get(bind.pod())
                                .filter(pod -> hasRival(world, pod))
                                .isPresent());
    }

    /** Whether another pod waits for a node that uses the same claim, or that asks for resources as this one does. */
    private static boolean hasRival(Cluster world, Pod pod) {
        boolean asks = asks(pod);
        return UnplacedPods.all(world)
                .filter(other -> !other.ref().equals(pod.ref()))
                .anyMatch(other -> (asks && asks(other)) || shareClaim(pod, other));
    }

    private static boolean asks(Pod pod) {
        return !PodRequests.of(pod).amounts().isEmpty();
    }

    private static boolean shareClaim(Pod pod, Pod other) {
        Set<Ref<PersistentVolumeClaim>> claims = pod.claims().collect(Collectors.toSet());
        return other.claims().anyMatch(claims::contains);
    }

    /** Whether the pod is this scheduler's to place; upstream does not even watch pods that have ended. */
    static boolean isToPlace(Pod pod) {
        String scheduler = pod.spec().schedulerName();
        return pod.spec().nodeName().isEmpty()
                && !pod.hasEnded()
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
