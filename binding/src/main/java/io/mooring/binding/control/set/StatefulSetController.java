package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.control.volume.Owners;
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
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a set's pods and claims, one look at a set or at one pod at a time; see the package for the order of a look.
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
        views.add(SetPods.VIEW);
        views.add(Owners.DEPENDENTS);
        return views;
    }

    @Override
    public List<Wake<Ref<?>>> wakes(Change change, Cluster cluster) {
        if (change.object() instanceof StatefulSet set) {
            return ofSet(change, set, cluster);
        }
        if (change.object() instanceof Pod pod) {
            return ofPod(change, pod, cluster);
        }
        return change.object() instanceof PersistentVolumeClaim claim && (change.isCreation() || change.isRemoval())
                ? ofClaim(change, claim, cluster)
                : List.of();
    }

    private static List<Wake<Ref<?>>> ofSet(Change change, StatefulSet set, Cluster cluster) {
        if (change.isRemoval()) {
            return List.of();
        }
        List<Wake<Ref<?>>> wakes = new ArrayList<>();
        boolean isNews = change.before()
                .map(before -> !((StatefulSet) before).spec().equals(set.spec())
                        || before.metadata().isBeingDeleted() != set.metadata().isBeingDeleted())
                .orElse(true);
        if (isNews) {
            Orphans.pods(cluster, set).forEach(pod -> wakes.add(Wake.now(pod.ref())));
            wakes.add(Wake.now(set.ref()));
        }
        return wakes;
    }

    private static List<Wake<Ref<?>>> ofPod(Change change, Pod pod, Cluster cluster) {
        List<Wake<Ref<?>>> wakes = new ArrayList<>();
        if (hasOtherLabelsOrOwners(change) && Adoption.isDue(cluster, pod)) {
            wakes.add(Wake.now(pod.ref()));
        }
        boolean isNews = change.before().isEmpty()
                || change.after().isEmpty()
                || !Standing.of((Pod) change.before().get()).equals(Standing.of(pod));
        if (isNews) {
            change.before().ifPresent(before -> owner((Pod) before).ifPresent(wakes::add));
            change.after().ifPresent(after -> owner((Pod) after).ifPresent(wakes::add));
        }
        return wakes;
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

    /** What of a pod its set looks at. */
    private record Standing(
            Object labels, Object owners, boolean isLeaving, Object phase, boolean isReady, boolean isOver) {
        static Standing of(Pod pod) {
            return new Standing(
                    pod.metadata().labels(),
                    pod.metadata().ownerReferences(),
                    pod.metadata().isBeingDeleted(),
                    pod.status().phase(),
                    pod.isReady(),
                    pod.hasEnded());
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
    private static List<Wake<Ref<?>>> ofClaim(Change change, PersistentVolumeClaim claim, Cluster cluster) {
        Optional<StatefulPodName> name = StatefulPodName.parse(claim.metadata().name());
        List<Wake<Ref<?>>> wakes = new ArrayList<>();
        String rest = name.map(StatefulPodName::set).orElse("");
        for (int dash = rest.indexOf('-'); dash >= 0; dash = rest.indexOf('-')) {
            rest = rest.substring(dash + 1);
            cluster.statefulSet(claim.metadata().namespace(), rest)
                    .filter(set -> change.isRemoval() || !SetView.retainsAll(set))
                    .ifPresent(set -> wakes.add(Wake.now(set.ref())));
        }
        return wakes;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<?> item) {
        KubernetesObject object = cluster.get(item).orElse(null);
        if (object instanceof Pod pod) {
            return Adoption.writes(cluster, pod);
        }
        return object instanceof StatefulSet set ? look(SetView.of(cluster, set)) : List.of();
    }

    private static List<Write> look(SetView view) {
        Work work = new Work(new SetEvents(view.set()));
        work.addAll(view.revisions().writes());
        SetLook.at(view).act(work);
        if (view.isNew() || work.isIdle()) {
            StatefulSetStatus status = new SetStatus(view).status();
            if (!status.equals(view.set().status())) {
                work.add(new Write.UpdateStatus(view.set().withStatus(status)));
            }
            work.addAll(view.revisions().truncate(view.set(), view.pods()));
            nextAvailable(view).ifPresent(wait -> work.add(new Write.LookAgain(wait)));
        }
        return work.all();
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
