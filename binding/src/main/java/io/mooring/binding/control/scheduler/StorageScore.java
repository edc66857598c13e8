package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the nodes that fit has the most storage left, as far as drivers publish it, taken together with its room. Models
 * {@code Score} of {@code volumebinding} for volumes that are to be made, beside {@code LeastAllocated}.
 */
record StorageScore(CycleState state) {
    private static final int HUNDREDTHS = 100;

    /** Whether a volume of the pod is to be made by a driver that publishes what it has. */
    static boolean mayPrefer(CycleState state) {
        return state.cluster().semantics().has(Behaviour.STORAGE_CAPACITY_SCORES_NODES)
                && PodRequests.nodeOf(state.pod()).isEmpty()
                && state.claims().waiting().stream().anyMatch(claim -> isPublished(state.cluster(), claim));
    }

    private static boolean isPublished(Cluster cluster, PersistentVolumeClaim claim) {
        return StorageClasses.of(cluster, claim)
                .flatMap(storageClass -> cluster.get(CsiDriver.ref(storageClass.provisioner())))
                .flatMap(driver -> driver.spec().storageCapacity())
                .orElse(false);
    }

    /** Higher is better; both scores have the same weight, and room counts in two halves. */
    long of(FilterResult fitting) {
        Node node = fitting.node();
        NodeRoom room = NodeRoom.of(
                node, state.cluster().view(NodeLoads.VIEW).on(node.metadata().name()));
        return 2 * storage(fitting) + room.free();
    }

    /** The hundredths that are left, on the average of the classes; volumes that are there already are not made. */
    private long storage(FilterResult fitting) {
        if (!fitting.volumes().bindings().isEmpty()) {
            return 0;
        }
        Map<String, Left> classes = new HashMap<>();
        for (PersistentVolumeClaim claim : fitting.volumes().provisions()) {
            capacity(fitting.node(), claim)
                    .ifPresent(
                            capacity -> classes.merge(claim.className().orElse(""), left(capacity, claim), Left::and));
        }
        return Math.round(
                classes.values().stream().mapToLong(Left::hundredths).average().orElse(0));
    }

    private Optional<CsiStorageCapacity> capacity(Node node, PersistentVolumeClaim claim) {
        return new ProvisioningCheck(state.cluster(), node).capacity(claim);
    }

    private Left left(CsiStorageCapacity capacity, PersistentVolumeClaim claim) {
        Semantics semantics = state.cluster().semantics();
        return new Left(
                semantics.value(claim.requestedStorage()),
                capacity.capacity().map(semantics::value).orElse(0L));
    }

    /** What is asked for of what a class has on a node. */
    private record Left(long requested, long capacity) {
        Left and(Left other) {
            return new Left(requested + other.requested, other.capacity);
        }

        long hundredths() {
            return capacity == 0 || requested > capacity ? 0 : HUNDREDTHS - requested * HUNDREDTHS / capacity;
        }
    }
}
