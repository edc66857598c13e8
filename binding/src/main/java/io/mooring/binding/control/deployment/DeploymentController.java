package io.mooring.binding.control.deployment;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rolls out each Deployment by its ReplicaSets. Models {@code pkg/controller/deployment}. */
public final class DeploymentController implements PlaneController<Ref<Deployment>> {
    private static final Watches<Ref<Deployment>> WATCHES = Watches.of(
                    Deployment.KIND, DeploymentController::ofDeployment)
            .and(ReplicaSet.KIND, DeploymentController::ofReplicaSet)
            .and(Pod.KIND, DeploymentController::ofPod);

    public DeploymentController() {}

    @Override
    public String name() {
        return "deployment-controller";
    }

    @Override
    public List<View<?>> views() {
        List<View<?>> views = new ArrayList<>(OwnedPods.VIEWS);
        views.add(DeploymentView.ORPHANS);
        return views;
    }

    @Override
    public Watches<Ref<Deployment>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<Deployment>>> ofDeployment(Change<Deployment> change, Cluster cluster) {
        Deployment deployment = change.object();
        boolean matters = change.before()
                .map(before -> !before.countedSpec().equals(deployment.countedSpec())
                        || before.metadata().isBeingDeleted()
                                != deployment.metadata().isBeingDeleted())
                .orElse(true);
        return change.isRemoval() || !matters ? List.of() : List.of(Wake.now(deployment.ref()));
    }

    private static List<Wake<Ref<Deployment>>> ofReplicaSet(Change<ReplicaSet> change, Cluster cluster) {
        List<Wake<Ref<Deployment>>> wakes = new ArrayList<>();
        change.before().flatMap(DeploymentController::owner).ifPresent(owner -> wakes.add(Wake.now(owner)));
        change.after().flatMap(DeploymentController::owner).ifPresent(owner -> wakes.add(Wake.now(owner)));
        ReplicaSet set = change.object();
        if (!change.isRemoval() && set.metadata().controller().isEmpty()) {
            cluster.list(Deployment.KIND, set.metadata().namespace()).stream()
                    .filter(each -> Keeping.isAdopted(set, DeploymentView.matcher(each)))
                    .forEach(each -> wakes.add(Wake.now(each.ref())));
        }
        return wakes;
    }

    /** What is to be created anew waits until the last pod is gone, and not only on its way. */
    private static List<Wake<Ref<Deployment>>> ofPod(Change<Pod> change, Cluster cluster) {
        if (!change.isRemoval()) {
            return List.of();
        }
        Pod pod = change.object();
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(ReplicaSet.KIND))
                .flatMap(owner -> cluster.get(ReplicaSet.ref(pod.metadata().namespace(), owner.name())))
                .flatMap(DeploymentController::owner)
                .map(owner -> List.of(Wake.now(owner)))
                .orElse(List.of());
    }

    private static Optional<Ref<Deployment>> owner(KubernetesObject set) {
        return set.metadata()
                .controller()
                .filter(owner -> owner.isOf(Deployment.KIND))
                .map(OwnerReference::name)
                .map(name -> Deployment.ref(set.metadata().namespace(), name));
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Deployment> item) {
        return cluster.get(item)
                .map(deployment -> DeploymentSync.writes(cluster, deployment))
                .orElse(List.of());
    }
}
