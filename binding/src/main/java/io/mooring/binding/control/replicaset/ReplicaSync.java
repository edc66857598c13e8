package io.mooring.binding.control.replicaset;

import io.mooring.binding.control.workload.Availability;
import io.mooring.binding.control.workload.DeletionOrder;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.control.workload.PodWrites;
import io.mooring.binding.control.workload.TemplatePods;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One sync of a ReplicaSet or ReplicationController. Models {@code syncReplicaSet}.
 *
 * @param active its pods that have not ended and are not being deleted
 */
record ReplicaSync(Cluster cluster, ReplicaKeeper keeper, Keeping<Pod> pods, List<Pod> active) {

    static ReplicaSync of(Cluster cluster, ReplicaKeeper keeper) {
        Keeping<Pod> pods = OwnedPods.of(cluster, keeper, keeper.podMatcher(), PodState::isActive);
        List<Pod> active = pods.kept().stream().filter(PodState::isActive).toList();
        return new ReplicaSync(cluster, keeper, pods, active);
    }

    /** The status is written once nothing else is to be done. */
    List<Write> writes() {
        if (!pods.writes().isEmpty()) {
            return pods.writes();
        }
        PodWrites writes = new PodWrites(cluster, keeper);
        if (!keeper.metadata().isBeingDeleted()) {
            manage(writes);
        }
        if (writes.isIdle()) {
            ReplicaSetStatus status = new ReplicaStatus(this).status(writes.failure());
            if (!status.equals(keeper.status())) {
                writes.add(new Write.UpdateStatus(keeper.withStatus(status)));
            }
            nextAvailable().ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
        }
        return writes.all();
    }

    /** Models {@code manageReplicas}. */
    private void manage(PodWrites writes) {
        int missing = keeper.wantedReplicas() - active.size();
        if (missing > 0) {
            keeper.podTemplate()
                    .filter(template -> writes.haveRoom(missing))
                    .ifPresent(template -> writes.create(TemplatePods.of(template, keeper), missing));
        } else {
            active.stream()
                    .sorted(DeletionOrder.of(related().toList(), cluster.now()))
                    .limit(Math.min(-missing, PodWrites.BURST))
                    .forEach(writes::delete);
        }
    }

    /** The pods of all ReplicaSets of its Deployment. Models {@code getIndirectlyRelatedPods}. */
    private Stream<Pod> related() {
        Optional<OwnerReference> owner = keeper.metadata().controller();
        if (owner.isEmpty()) {
            return Stream.empty();
        }
        List<ReplicaSet> sets = cluster.list(ReplicaSet.KIND, keeper.metadata().namespace()).stream()
                .filter(set -> set.metadata()
                        .controller()
                        .filter(other -> other.uid().equals(owner.get().uid()))
                        .isPresent())
                .toList();
        return sets.stream().flatMap(set -> Keeping.kept(cluster, set, Pod.KIND));
    }

    /** When the next pod that is ready has been so for long enough. */
    private Optional<Duration> nextAvailable() {
        return active.stream()
                .filter(Pod::isReady)
                .flatMap(pod -> Availability.wait(keeper.minReadySeconds(), pod, cluster.now()).stream())
                .min(Duration::compareTo);
    }
}
