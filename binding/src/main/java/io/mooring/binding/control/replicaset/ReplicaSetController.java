package io.mooring.binding.control.replicaset;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps up the number of pods of each ReplicaSet, or of each ReplicationController. Models {@code
 * pkg/controller/replicaset}, and {@code pkg/controller/replication} around it.
 */
public final class ReplicaSetController<T extends ReplicaKeeper> implements PlaneController<Ref<T>> {
    private final ObjectKind<T> kind;
    private final String name;

    private ReplicaSetController(ObjectKind<T> kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** The one of ReplicaSets. */
    public static ReplicaSetController<ReplicaSet> ofReplicaSets() {
        return new ReplicaSetController<>(ReplicaSet.KIND, "replicaset-controller");
    }

    /** The one of ReplicationControllers. */
    public static ReplicaSetController<ReplicationController> ofReplicationControllers() {
        return new ReplicaSetController<>(ReplicationController.KIND, "replication-controller");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<View<?>> views() {
        return OwnedPods.VIEWS;
    }

    @Override
    public long budget(Cluster start, Cluster now) {
        return PodLimit.budget(start, now.list(kind).mapToLong(ReplicaKeeper::wantedReplicas));
    }

    @Override
    public Watches<Ref<T>> watches() {
        Watches.Handler<T, Ref<T>> ofKeeper = (change, cluster) -> ofKeeper(change);
        return Watches.of(kind, ofKeeper).and(Pod.KIND, this::ofPod);
    }

    private List<Wake<Ref<T>>> ofKeeper(Change<T> change) {
        boolean matters = change.before()
                .map(before -> !before.countedSpec().equals(change.object().countedSpec())
                        || before.metadata().isBeingDeleted()
                                != change.object().metadata().isBeingDeleted())
                .orElse(true);
        return change.isRemoval() || !matters
                ? List.of()
                : List.of(Wake.now(kind.refTo(change.object().metadata())));
    }

    private List<Wake<Ref<T>>> ofPod(Change<Pod> change, Cluster cluster) {
        List<Wake<Ref<T>>> wakes = new ArrayList<>();
        if (PodState.matters(change)) {
            change.before().flatMap(this::keeper).ifPresent(wakes::add);
            change.after().flatMap(this::keeper).ifPresent(wakes::add);
        }
        Pod pod = change.object();
        if (PodState.isOfOthers(change) && pod.metadata().controller().isEmpty()) {
            cluster.list(kind, pod.metadata().namespace()).stream()
                    .filter(keeper -> Keeping.isAdopted(pod, keeper.podMatcher()))
                    .forEach(keeper -> wakes.add(Wake.now(kind.refTo(keeper.metadata()))));
        }
        return wakes;
    }

    private Optional<Wake<Ref<T>>> keeper(Pod pod) {
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(kind))
                .map(owner -> Wake.now(kind.ref(pod.metadata().namespace(), owner.name())));
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<T> item) {
        return cluster.get(item)
                .map(keeper -> ReplicaSync.of(cluster, keeper).writes())
                .orElse(List.of());
    }
}
