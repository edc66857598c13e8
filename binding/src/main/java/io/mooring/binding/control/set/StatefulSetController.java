package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a set's pods and claims. Syncs a set, or one pod, at a time; see the package for the steps of a sync.
 * Models {@code StatefulSetController}.
 */
public final class StatefulSetController implements Controller<Ref<?>> {

    public StatefulSetController() {}

    @Override
    public String name() {
        return "statefulset-controller";
    }

    @Override
    public List<View<?>> views() {
        List<View<?>> views = new ArrayList<>(Orphans.VIEWS);
        views.add(PodsBySet.VIEW);
        views.add(Dependents.BY_OWNER);
        return views;
    }

    @Override
    public List<Wake<Ref<?>>> wakes(Change change, Cluster cluster) {
        List<Wake<Ref<?>>> wakes = new ArrayList<>();
        change.after(StatefulSet.KIND).ifPresent(set -> wakeForSet(wakes, change, set, cluster));
        change.object(Pod.KIND).ifPresent(pod -> wakeForPod(wakes, change, pod, cluster));
        if (change.isCreation() || change.isRemoval()) {
            change.object(PersistentVolumeClaim.KIND).ifPresent(claim -> wakeForClaim(wakes, change, claim, cluster));
        }
        return wakes;
    }

    private static void wakeForSet(List<Wake<Ref<?>>> wakes, Change change, StatefulSet set, Cluster cluster) {
        boolean matters = change.before(StatefulSet.KIND)
                .map(before -> !before.spec().equals(set.spec())
                        || before.metadata().isBeingDeleted() != set.metadata().isBeingDeleted())
                .orElse(true);
        if (matters) {
            Orphans.pods(cluster, set).forEach(pod -> wakes.add(Wake.now(pod.ref())));
            wakes.add(Wake.now(set.ref()));
        }
    }

    private static void wakeForPod(List<Wake<Ref<?>>> wakes, Change change, Pod pod, Cluster cluster) {
        if (hasOtherLabelsOrOwners(change) && Adoption.isDue(cluster, pod)) {
            wakes.add(Wake.now(pod.ref()));
        }
        Optional<Pod> before = change.before(Pod.KIND);
        Optional<Pod> after = change.after(Pod.KIND);
        if (!before.map(PodState::of).equals(after.map(PodState::of))) {
            before.flatMap(StatefulSetController::owner).ifPresent(wakes::add);
            after.flatMap(StatefulSetController::owner).ifPresent(wakes::add);
        }
    }

    private static boolean hasOtherLabelsOrOwners(Change change) {
        return !change.isRemoval()
                && change.before()
                        .map(before -> !before.metadata()
                                        .labels()
                                        .equals(change.object().metadata().labels())
                                || !before.metadata()
                                        .ownerReferences()
                                        .equals(change.object().metadata().ownerReferences()))
                        .orElse(true);
    }

    /** What of a pod matters to its set. */
    private record PodState(
            Map<String, String> labels,
            List<OwnerReference> owners,
            boolean isBeingDeleted,
            Optional<PodPhase> phase,
            boolean isReady) {
        static PodState of(Pod pod) {
            return new PodState(
                    pod.metadata().labels(),
                    pod.metadata().ownerReferences(),
                    pod.metadata().isBeingDeleted(),
                    pod.status().phase(),
                    pod.isReady());
        }
    }

    private static Optional<Wake<Ref<?>>> owner(Pod pod) {
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(StatefulSet.KIND))
                .map(OwnerReference::name)
                .or(() -> StatefulPodName.parse(pod.metadata().name()).map(StatefulPodName::set))
                .map(name -> Wake.now(StatefulSet.ref(pod.metadata().namespace(), name)));
    }

    /**
     * The sets that the claim may be of by its name: every ending of {@code template-my-set} that a set has. A new claim
     * concerns those that give claims owners, one that is gone all.
     */
    private static void wakeForClaim(
            List<Wake<Ref<?>>> wakes, Change change, PersistentVolumeClaim claim, Cluster cluster) {
        Optional<StatefulPodName> name = StatefulPodName.parse(claim.metadata().name());
        String rest = name.map(StatefulPodName::set).orElse("");
        for (int dash = rest.indexOf('-'); dash >= 0; dash = rest.indexOf('-')) {
            rest = rest.substring(dash + 1);
            cluster.statefulSet(claim.metadata().namespace(), rest)
                    .filter(set -> change.isRemoval() || !SetView.retainsAll(set))
                    .ifPresent(set -> wakes.add(Wake.now(set.ref())));
        }
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<?> item) {
        KubernetesObject object = cluster.get(item).orElse(null);
        if (object instanceof Pod pod) {
            return Adoption.writes(cluster, pod);
        }
        return object instanceof StatefulSet set ? sync(SetView.of(cluster, set)) : List.of();
    }

    /** Models {@code syncStatefulSet}. */
    private static List<Write> sync(SetView view) {
        SetWrites writes = new SetWrites(new SetEvents(view.set()));
        writes.addAll(view.revisions().writes());
        SetSync.at(view).act(writes);
        if (view.isNew() || writes.isIdle()) {
            StatefulSetStatus status = new SetStatus(view).status();
            if (!status.equals(view.set().status())) {
                writes.add(new Write.UpdateStatus(view.set().withStatus(status)));
            }
            writes.addAll(view.revisions().truncate(view.set(), view.pods()));
            nextAvailable(view).ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
        }
        return writes.all();
    }

    /** When the next pod that is ready has been so for long enough. */
    private static Optional<Duration> nextAvailable(SetView view) {
        if (view.set().spec().minReadySeconds() == 0) {
            return Optional.empty();
        }
        return view.pods().ordinals().stream()
                .flatMap(ordinal -> view.pod(ordinal).stream())
                .filter(Pod::isReady)
                .flatMap(
                        pod -> Availability.wait(view.set(), pod, view.cluster().now()).stream())
                .min(Duration::compareTo);
    }
}
