package io.mooring.binding.control.namespace;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.NamespacePhase;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes what is in a namespace that is being deleted, and lets the namespace go when nothing is left. Models {@code
 * pkg/controller/namespace}. In a cluster that was opened from a part nobody knows whether anything is left.
 */
public final class NamespaceController implements PlaneController<Ref<Namespace>> {
    private static final Watches<Ref<Namespace>> WATCHES = Watches.<Ref<Namespace>>ofAll(
                    NamespaceController::wakesByContent)
            .and(Namespace.KIND, (change, cluster) -> wakes(change));

    public NamespaceController() {}

    @Override
    public String name() {
        return "namespace-controller";
    }

    /** What is left in a namespace it lists. */
    @Override
    public Kinds asksTheServer(Ref<Namespace> item) {
        return Kinds.ALL;
    }

    @Override
    public Watches<Ref<Namespace>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<Namespace>>> wakes(Change<Namespace> change) {
        return change.after()
                .filter(namespace -> namespace.metadata().isBeingDeleted())
                .map(namespace -> List.of(Wake.now(namespace.ref())))
                .orElse(List.of());
    }

    /** Upstream comes back after the seconds that it takes the content to go, and again until it is gone. */
    private static List<Wake<Ref<Namespace>>> wakesByContent(Change<KubernetesObject> change, Cluster cluster) {
        String name = change.ref().namespace();
        return !name.isEmpty() && cluster.knowsNamespaces()
                ? cluster.get(Namespace.ref(name))
                        .filter(namespace -> namespace.metadata().isBeingDeleted())
                        .map(namespace -> List.of(Wake.atResync(namespace.ref())))
                        .orElse(List.of())
                : List.of();
    }

    /** Models {@code namespacedResourcesDeleter.Delete}. */
    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Namespace> item) {
        return cluster.get(item)
                .filter(namespace -> namespace.metadata().isBeingDeleted() && !namespace.isFinalized())
                .map(namespace -> reconcile(cluster, namespace))
                .orElse(List.of());
    }

    private static List<Write> reconcile(Cluster cluster, Namespace namespace) {
        if (!namespace.isTerminating()) {
            return List.of(new Write.UpdateStatus(namespace.withPhase(NamespacePhase.TERMINATING)));
        }
        if (!cluster.isKnown(Pod.KIND)) {
            return List.of();
        }
        List<Write> deletions = deletions(due(cluster, namespace.metadata().name()));
        return deletions.isEmpty() && cluster.isWhole() ? conclude(cluster, namespace) : deletions;
    }

    /** What may go now: pods, and all else when there is no pod any more. Nothing, where it is not known which pods there are. */
    private static List<? extends KubernetesObject> due(Cluster cluster, String namespace) {
        if (!cluster.isKnown(Pod.KIND)) {
            return List.of();
        }
        List<Pod> pods = List.copyOf(cluster.list(Pod.KIND, namespace));
        return pods.isEmpty() ? cluster.allIn(namespace).toList() : pods;
    }

    private static List<Write> deletions(List<? extends KubernetesObject> due) {
        return due.stream()
                .filter(object -> !object.metadata().isBeingDeleted())
                .map(object -> (Write) new Write.Delete(object.ref(), Deletion.BACKGROUND))
                .toList();
    }

    /**
     * All that can be deleted is: what is left is told, or the namespace may go. Neither, where there may be objects of kinds
     * that the cluster was opened without.
     */
    private static List<Write> conclude(Cluster cluster, Namespace namespace) {
        if (!cluster.isWhole()) {
            return List.of();
        }
        ContentFinding finding = ContentFinding.of(cluster, namespace.metadata().name());
        List<Write> writes = new ArrayList<>();
        NamespaceConditions.update(namespace, finding, cluster.now())
                .ifPresent(changed -> writes.add(new Write.UpdateStatus(changed)));
        if (finding.isNothing()) {
            writes.add(new Write.Update(namespace.withSpecFinalizers(withoutKubernetes(namespace))));
        }
        return writes;
    }

    /** In order, as {@code finalizeNamespace} leaves them. */
    private static List<String> withoutKubernetes(Namespace namespace) {
        return namespace.spec().finalizers().stream()
                .filter(finalizer -> !finalizer.equals(Namespace.KUBERNETES_FINALIZER))
                .distinct()
                .sorted()
                .toList();
    }
}
