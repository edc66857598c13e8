package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectReference;
import io.mooring.node.Node;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which pods a change makes worth another look: new ones, those whose volumes are being bound, and the rejected ones of
 * which a plug-in that rejected them waits for such a change. Models {@code EventsToRegister} of the plug-ins with their
 * queueing hints.
 *
 * <p>A rejected pod that waits for claims to be bound is woken by those claims and by nodes only: upstream looks at it
 * with every volume too, and finds what it found before.
 *
 * <p>A pod that backs off is woken by the time alone.
 *
 * @param before the object as it was; empty when it was created
 * @param after the object as it is; empty when it is gone
 */
record QueueingHints<T extends KubernetesObject>(Optional<T> before, Optional<T> after, Cluster cluster) {
    private static final List<Registered<?>> REGISTERED = List.of(
            new Registered<>(Pod.KIND, QueueingHints::ofPod),
            new Registered<>(PersistentVolumeClaim.KIND, QueueingHints::ofClaim),
            new Registered<>(PersistentVolume.KIND, QueueingHints::ofVolume),
            new Registered<>(Node.KIND, QueueingHints::ofNode),
            new Registered<>(StorageClass.KIND, QueueingHints::ofStorageClass),
            new Registered<>(CsiStorageCapacity.KIND, QueueingHints::ofCapacity),
            new Registered<>(ProvisioningCheck.CSI_DRIVER, QueueingHints::ofCapacity));

    /** A kind of object whose changes matter, and to whom. */
    private record Registered<T extends KubernetesObject>(
            ObjectKind<T> kind, Function<QueueingHints<T>, Stream<Pod>> hint) {
        Stream<Pod> pods(Change change, Cluster cluster) {
            return hint.apply(new QueueingHints<>(change.before(kind), change.after(kind), cluster));
        }
    }

    /** The pods to look at again. */
    static Stream<Pod> pods(Change change, Cluster cluster) {
        return REGISTERED.stream()
                .filter(registered -> change.isOf(registered.kind()))
                .flatMap(registered -> registered.pods(change, cluster))
                .filter(Scheduler::isToSchedule)
                .filter(pod -> PodFindings.backingOff(cluster, pod).isEmpty());
    }

    /** A new pod, or one that another queue let go; and, when a pod leaves room behind, those that wait for room. */
    private static Stream<Pod> ofPod(QueueingHints<Pod> change) {
        Pod pod = change.object();
        if (change.isRemoval() || pod.hasEnded()) {
            return PodRequests.nodeOf(pod).isEmpty() ? Stream.empty() : change.waitingForRoom(pod);
        }
        boolean isSame = change.before()
                .filter(before -> before.spec().equals(pod.spec()))
                .filter(before ->
                        before.metadata().labels().equals(pod.metadata().labels()))
                .isPresent();
        return isSame ? Stream.empty() : Stream.of(pod);
    }

    private Stream<Pod> waitingForRoom(Pod gone) {
        return unschedulable(Set.of(SchedulerPlugin.NODE_RESOURCES_FIT, SchedulerPlugin.VOLUME_RESTRICTIONS))
                .filter(pod -> mayWaitForResources(pod) || sharesClaim(pod, gone));
    }

    private boolean mayWaitForResources(Pod pod) {
        return UnschedulablePods.rejectors(cluster, pod)
                .map(rejectors -> rejectors.contains(SchedulerPlugin.NODE_RESOURCES_FIT))
                .orElse(true);
    }

    private static boolean sharesClaim(Pod pod, Pod other) {
        return pod.metadata().namespace().equals(other.metadata().namespace())
                && namedClaims(pod).anyMatch(claim -> namedClaims(other).anyMatch(claim::equals));
    }

    private static Stream<String> namedClaims(Pod pod) {
        return pod.spec().volumes().stream()
                .flatMap(volume -> volume.persistentVolumeClaim().stream())
                .map(source -> source.claimName());
    }

    /** That a claim is gone wakes nobody but a pod whose volumes are being bound: it waits for that very claim. */
    private static Stream<Pod> ofClaim(QueueingHints<PersistentVolumeClaim> change) {
        Stream<Pod> users = VolumeIndexes.PODS_BY_CLAIM.find(
                change.cluster(), change.object().ref());
        if (change.isRemoval()) {
            return users.filter(Scheduler::isBindingVolumes);
        }
        Set<SchedulerPlugin> interested = change.isCreation()
                ? Set.of(
                        SchedulerPlugin.VOLUME_RESTRICTIONS,
                        SchedulerPlugin.VOLUME_BINDING,
                        SchedulerPlugin.VOLUME_ZONE)
                : Set.of(SchedulerPlugin.VOLUME_BINDING, SchedulerPlugin.VOLUME_ZONE);
        return users.filter(change.isWaitingFor(interested));
    }

    /** A volume that is gone or was taken back matters only to the pod that waits for it to be bound. */
    private static Stream<Pod> ofVolume(QueueingHints<PersistentVolume> change) {
        Stream<Pod> unschedulable = change.isRemoval()
                ? Stream.empty()
                : change.unschedulable(Set.of(SchedulerPlugin.VOLUME_BINDING, SchedulerPlugin.VOLUME_ZONE));
        return Stream.concat(bindingToTakenBack(change), unschedulable);
    }

    /** The pods whose volumes are being bound, to a volume that no longer names their claim. */
    private static Stream<Pod> bindingToTakenBack(QueueingHints<PersistentVolume> change) {
        Optional<ObjectReference> before =
                change.before().flatMap(volume -> volume.spec().claimRef());
        boolean isKept =
                !change.isRemoval() && change.object().spec().claimRef().equals(before);
        return isKept
                ? Stream.empty()
                : before.map(PersistentVolumeClaim::ref).stream()
                        .flatMap(claim -> VolumeIndexes.PODS_BY_CLAIM.find(change.cluster(), claim))
                        .filter(Scheduler::isBindingVolumes);
    }

    private static Stream<Pod> ofNode(QueueingHints<Node> change) {
        return change.isRemoval() || isOfNoConcern(change) ? Stream.empty() : UnplacedPods.all(change.cluster());
    }

    private static boolean isOfNoConcern(QueueingHints<Node> change) {
        Node node = change.object();
        return change.before()
                .filter(before -> before.spec().equals(node.spec()))
                .filter(before ->
                        before.metadata().labels().equals(node.metadata().labels()))
                .filter(before -> PodRequests.allocatable(before).equals(PodRequests.allocatable(node)))
                .isPresent();
    }

    private static Stream<Pod> ofStorageClass(QueueingHints<StorageClass> change) {
        boolean hasSameTopologies = change.before()
                .filter(before ->
                        before.allowedTopologies().equals(change.object().allowedTopologies()))
                .isPresent();
        return change.isRemoval() || hasSameTopologies
                ? Stream.empty()
                : change.unschedulable(Set.of(SchedulerPlugin.VOLUME_BINDING, SchedulerPlugin.VOLUME_ZONE));
    }

    private static Stream<Pod> ofCapacity(QueueingHints<?> change) {
        return change.isRemoval() ? Stream.empty() : change.unschedulable(Set.of(SchedulerPlugin.VOLUME_BINDING));
    }

    private T object() {
        return after.or(() -> before).orElseThrow();
    }

    private boolean isCreation() {
        return before.isEmpty();
    }

    private boolean isRemoval() {
        return after.isEmpty();
    }

    private Stream<Pod> unschedulable(Set<SchedulerPlugin> interested) {
        return UnschedulablePods.waitingForAnything(cluster).filter(isWaitingFor(interested));
    }

    /** A pod whose volumes are being bound waits for everything; one that was rejected for want of nodes, too. */
    private Predicate<Pod> isWaitingFor(Set<SchedulerPlugin> interested) {
        return pod -> {
            Set<SchedulerPlugin> rejectors =
                    UnschedulablePods.rejectors(cluster, pod).orElse(Set.of());
            return rejectors.isEmpty()
                    || Scheduler.isBindingVolumes(pod)
                    || rejectors.stream().anyMatch(interested::contains);
        };
    }
}
