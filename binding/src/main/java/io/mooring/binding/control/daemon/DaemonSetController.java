package io.mooring.binding.control.daemon;

import io.mooring.binding.control.daemon.DaemonPods.Wanted;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps a pod of each DaemonSet on every node that is suited. Models {@code pkg/controller/daemon}. */
public final class DaemonSetController implements PlaneController<Ref<DaemonSet>> {
    private static final Watches<Ref<DaemonSet>> WATCHES = Watches.of(DaemonSet.KIND, DaemonSetController::ofSet)
            .and(Pod.KIND, DaemonSetController::ofPod)
            .and(Node.KIND, DaemonSetController::ofNode)
            .and(Revision.KIND, DaemonSetController::ofRevision);

    public DaemonSetController() {}

    @Override
    public String name() {
        return "daemonset-controller";
    }

    @Override
    public List<View<?>> views() {
        List<View<?>> views = new ArrayList<>(OwnedPods.VIEWS);
        views.add(DaemonRevisions.ORPHANS);
        return views;
    }

    @Override
    public Watches<Ref<DaemonSet>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<DaemonSet>>> ofSet(Change<DaemonSet> change, Cluster cluster) {
        DaemonSet set = change.object();
        boolean matters = change.before()
                .map(before -> !before.spec().equals(set.spec())
                        || before.metadata().isBeingDeleted() != set.metadata().isBeingDeleted())
                .orElse(true);
        return change.isRemoval() || !matters ? List.of() : List.of(Wake.now(set.ref()));
    }

    private static List<Wake<Ref<DaemonSet>>> ofPod(Change<Pod> change, Cluster cluster) {
        List<Wake<Ref<DaemonSet>>> wakes = new ArrayList<>();
        if (PodState.matters(change)) {
            change.before().flatMap(DaemonSetController::owner).ifPresent(wakes::add);
            change.after().flatMap(DaemonSetController::owner).ifPresent(wakes::add);
        }
        Pod pod = change.object();
        if (PodState.isOfOthers(change) && pod.metadata().controller().isEmpty()) {
            cluster.list(DaemonSet.KIND, pod.metadata().namespace()).stream()
                    .filter(set -> Keeping.isAdopted(pod, DaemonSync.matcher(set)))
                    .forEach(set -> wakes.add(Wake.now(set.ref())));
        }
        return wakes;
    }

    private static Optional<Wake<Ref<DaemonSet>>> owner(KubernetesObject kept) {
        return kept.metadata()
                .controller()
                .filter(owner -> owner.isOf(DaemonSet.KIND))
                .map(owner -> Wake.now(DaemonSet.ref(kept.metadata().namespace(), owner.name())));
    }

    /** A template that was noted may have pods from now on. */
    private static List<Wake<Ref<DaemonSet>>> ofRevision(Change<OtherObject> change, Cluster cluster) {
        return change.after().flatMap(DaemonSetController::owner).stream().toList();
    }

    /**
     * A node that goes concerns no DaemonSet: its pods on the node tell when they go. Models {@code addNode}, {@code updateNode} and
     * {@code shouldIgnoreNodeUpdate}.
     */
    private static List<Wake<Ref<DaemonSet>>> ofNode(Change<Node> change, Cluster cluster) {
        boolean matters = change.before()
                .map(before -> !placing(before).equals(placing(change.object())))
                .orElse(true);
        return change.isRemoval() || !matters
                ? List.of()
                : cluster.list(DaemonSet.KIND)
                        .filter(set -> concerns(set, change.object(), cluster))
                        .map(set -> Wake.now(set.ref()))
                        .toList();
    }

    private static List<Object> placing(Node node) {
        return List.of(node.metadata().labels(), node.spec().rest().get("taints"));
    }

    /**
     * Whether the DaemonSet is to make a pod on the node, or to take one away, or may have one there that counted as misplaced. That
     * it has one that may stay, and would get none, is counted when it is looked at for another reason. Models {@code syncNodeUpdate}.
     */
    private static boolean concerns(DaemonSet set, Node node, Cluster cluster) {
        String name = node.metadata().name();
        boolean isThere = Keeping.kept(cluster, set, Pod.KIND)
                .anyMatch(pod -> pod.spec().nodeName().equals(name));
        Wanted wanted = new DaemonPods(set, cluster.semantics()).on(node);
        return isThere ? wanted == Wanted.NO || set.status().numberMisscheduled() > 0 : wanted == Wanted.YES;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<DaemonSet> item) {
        return cluster.get(item).map(set -> DaemonSync.writes(cluster, set)).orElse(List.of());
    }
}
