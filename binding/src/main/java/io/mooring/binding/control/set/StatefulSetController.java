package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.control.workload.Availability;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
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
import java.util.stream.Stream;

/**
 * Keeps a set's pods and claims. Syncs a set, or one pod, at a time; see the package for the steps of a sync.
 * Models {@code StatefulSetController}.
 */
public final class StatefulSetController implements PlaneController<SetItem> {
    private static final Watches<SetItem> WATCHES = Watches.of(StatefulSet.KIND, StatefulSetController::ofSet)
            .and(Pod.KIND, StatefulSetController::ofPod)
            .and(PersistentVolumeClaim.KIND, StatefulSetController::ofClaim);

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
    public long budget(Cluster start, Cluster now) {
        return PodLimit.budget(
                start, now.list(StatefulSet.KIND).mapToLong(set -> set.endOrdinal() - set.startOrdinal()));
    }

    @Override
    public Watches<SetItem> watches() {
        return WATCHES;
    }

    @Override
    public Kinds needs() {
        return Kinds.of(StatefulSet.KIND, Pod.KIND, PersistentVolumeClaim.KIND, Revision.KIND);
    }

    private static List<Wake<SetItem>> ofSet(Change<StatefulSet> change, Cluster cluster) {
        StatefulSet set = change.object();
        boolean matters = change.before()
                .map(before -> !before.spec().equals(set.spec())
                        || before.metadata().isBeingDeleted() != set.metadata().isBeingDeleted())
                .orElse(true);
        if (change.isRemoval() || !matters) {
            return List.of();
        }
        return Stream.concat(Orphans.pods(cluster, set).map(StatefulSetController::wake), Stream.of(wake(set.ref())))
                .toList();
    }

    private static List<Wake<SetItem>> ofPod(Change<Pod> change, Cluster cluster) {
        List<Wake<SetItem>> wakes = new ArrayList<>();
        if (PodState.isOfOthers(change) && Adoption.isDue(cluster, change.object())) {
            wakes.add(wake(change.object()));
        }
        if (PodState.matters(change)) {
            change.before().flatMap(StatefulSetController::owner).ifPresent(wakes::add);
            change.after().flatMap(StatefulSetController::owner).ifPresent(wakes::add);
        }
        return wakes;
    }

    private static Wake<SetItem> wake(Ref<StatefulSet> set) {
        return Wake.now(new SetItem.OfSet(set));
    }

    private static Wake<SetItem> wake(Pod pod) {
        return Wake.now(new SetItem.OfPod(pod.ref()));
    }

    private static Optional<Wake<SetItem>> owner(Pod pod) {
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(StatefulSet.KIND))
                .map(OwnerReference::name)
                .or(() -> StatefulPodName.parse(pod.metadata().name()).map(StatefulPodName::set))
                .map(name -> wake(StatefulSet.ref(pod.metadata().namespace(), name)));
    }

    /**
     * The sets that the claim may be of by its name: every ending of {@code template-my-set} that a set has. A new claim
     * concerns those that give claims owners, one that is gone all.
     */
    private static List<Wake<SetItem>> ofClaim(Change<PersistentVolumeClaim> change, Cluster cluster) {
        if (change.isUpdate()) {
            return List.of();
        }
        ObjectMeta claim = change.object().metadata();
        List<Wake<SetItem>> wakes = new ArrayList<>();
        String rest =
                StatefulPodName.parse(claim.name()).map(StatefulPodName::set).orElse("");
        for (int dash = rest.indexOf('-'); dash >= 0; dash = rest.indexOf('-')) {
            rest = rest.substring(dash + 1);
            cluster.statefulSet(claim.namespace(), rest)
                    .filter(set -> change.isRemoval() || !SetView.retainsAll(set))
                    .ifPresent(set -> wakes.add(wake(set.ref())));
        }
        return wakes;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, SetItem item) {
        return item.reconcile(cluster);
    }

    /** Models {@code syncStatefulSet}. */
    static List<Write> sync(SetView view) {
        SetWrites writes = new SetWrites(new SetEvents(view.set()));
        if (view.hasUnknownStrategy()) {
            return List.of(writes.events().unknownStrategy());
        }
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
                .flatMap(pod ->
                        Availability.wait(
                                view.set().spec().minReadySeconds(),
                                pod,
                                view.cluster().now())
                                .stream())
                .min(Duration::compareTo);
    }
}
