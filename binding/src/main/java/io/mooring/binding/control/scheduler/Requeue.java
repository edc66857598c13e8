package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Wake;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which pods a change makes worth another look: new ones, those whose volumes are being bound, and the rejected ones of
 * which a plug-in that rejected them waits for such a change. Models {@code EventsToRegister} of the plug-ins with their
 * queueing hints.
 *
 * <p>A rejected pod that waits for claims to be bound is woken by those claims and by nodes only: upstream looks at it
 * with every volume too, and finds what it found before.
 */
record Requeue(Change change, Cluster world) {

    List<Wake<Ref<Pod>>> wakes() {
        return pods().map(pod -> Wake.now(pod.ref())).toList();
    }

    private Stream<Pod> pods() {
        KubernetesObject object = change.object();
        if (object instanceof Pod pod) {
            return ofPod(pod);
        }
        if (object instanceof PersistentVolumeClaim claim) {
            return ofClaim(claim);
        }
        if (object instanceof PersistentVolume volume) {
            return ofVolume(volume);
        }
        if (object instanceof Node) {
            return change.isRemoval() || isStatusOfNoConcern() ? Stream.empty() : unplaced(UnplacedPods.all(world));
        }
        if (change.isRemoval()) {
            return Stream.empty();
        }
        return ofStorage(object);
    }

    /** A new pod, or one that another queue let go; and, when a pod leaves room behind, those that wait for room. */
    private Stream<Pod> ofPod(Pod pod) {
        if (change.isRemoval() || pod.hasEnded()) {
            return PodRequests.nodeOf(pod).isEmpty() ? Stream.empty() : waitingFor(pod);
        }
        boolean isNews = change.before()
                .map(before -> !((Pod) before).spec().equals(pod.spec())
                        || !before.metadata().labels().equals(pod.metadata().labels()))
                .orElse(true);
        return isNews ? unplaced(Stream.of(pod)) : Stream.empty();
    }

    private Stream<Pod> waitingFor(Pod gone) {
        return rejected(Set.of(Plugin.NODE_RESOURCES_FIT, Plugin.VOLUME_RESTRICTIONS))
                .filter(pod -> rejectors(pod).contains(Plugin.NODE_RESOURCES_FIT) || sharesClaim(pod, gone));
    }

    private static boolean sharesClaim(Pod pod, Pod other) {
        return pod.metadata().namespace().equals(other.metadata().namespace())
                && pod.spec().volumes().stream()
                        .flatMap(volume -> volume.persistentVolumeClaim().stream())
                        .anyMatch(source -> other.spec().volumes().stream()
                                .flatMap(volume -> volume.persistentVolumeClaim().stream())
                                .anyMatch(each -> each.claimName().equals(source.claimName())));
    }

    /** That a claim is gone wakes nobody but a pod whose volumes are being bound: it waits for that very claim. */
    private Stream<Pod> ofClaim(PersistentVolumeClaim claim) {
        Stream<Pod> users = unplaced(VolumeIndexes.PODS_BY_CLAIM.find(world, claim.ref()));
        if (change.isRemoval()) {
            return users.filter(Scheduler::isBindingVolumes);
        }
        Set<Plugin> interested = change.isCreation()
                ? Set.of(Plugin.VOLUME_RESTRICTIONS, Plugin.VOLUME_BINDING, Plugin.VOLUME_ZONE)
                : Set.of(Plugin.VOLUME_BINDING, Plugin.VOLUME_ZONE);
        return users.filter(isWaitingFor(interested));
    }

    /** A volume that is gone or was taken back is news only to the pod that waits for it to be bound. */
    private Stream<Pod> ofVolume(PersistentVolume volume) {
        Stream<Pod> rejected =
                change.isRemoval() ? Stream.empty() : rejected(Set.of(Plugin.VOLUME_BINDING, Plugin.VOLUME_ZONE));
        return Stream.concat(disappointed(volume), rejected);
    }

    private Stream<Pod> disappointed(PersistentVolume volume) {
        Optional<ObjectReference> promised = change.before()
                .flatMap(before -> ((PersistentVolume) before).spec().claimRef());
        boolean isKept = !change.isRemoval() && volume.spec().claimRef().equals(promised);
        return isKept ? Stream.empty() : promised.stream().flatMap(this::bindingFor);
    }

    private Stream<Pod> bindingFor(ObjectReference claim) {
        return unplaced(VolumeIndexes.PODS_BY_CLAIM.find(world, VolumeIndexes.claim(claim)))
                .filter(Scheduler::isBindingVolumes);
    }

    private Stream<Pod> ofStorage(KubernetesObject object) {
        if (object instanceof StorageClass storageClass) {
            boolean isNews = change.before()
                    .map(before ->
                            !((StorageClass) before).allowedTopologies().equals(storageClass.allowedTopologies()))
                    .orElse(true);
            return isNews ? rejected(Set.of(Plugin.VOLUME_BINDING, Plugin.VOLUME_ZONE)) : Stream.empty();
        }
        return object instanceof CsiStorageCapacity || isDriver(object)
                ? rejected(Set.of(Plugin.VOLUME_BINDING))
                : Stream.empty();
    }

    private static boolean isDriver(KubernetesObject object) {
        return object.kind().equals(Provisioning.CSI_DRIVER);
    }

    private boolean isStatusOfNoConcern() {
        Optional<Node> before = change.before().map(Node.class::cast);
        Optional<Node> after = change.after().map(Node.class::cast);
        return before.isPresent()
                && after.isPresent()
                && before.get().spec().equals(after.get().spec())
                && before.get()
                        .metadata()
                        .labels()
                        .equals(after.get().metadata().labels())
                && PodRequests.offer(before.get()).equals(PodRequests.offer(after.get()));
    }

    private Stream<Pod> rejected(Set<Plugin> interested) {
        return unplaced(UnplacedPods.rejected(world)).filter(isWaitingFor(interested));
    }

    private static Stream<Pod> unplaced(Stream<Pod> pods) {
        return pods.filter(Scheduler::isToPlace);
    }

    /** A pod whose volumes are being bound waits for everything; one that was rejected for want of nodes, too. */
    private static Predicate<Pod> isWaitingFor(Set<Plugin> interested) {
        return pod -> {
            Set<Plugin> rejectors = rejectors(pod);
            return rejectors.isEmpty()
                    || Scheduler.isBindingVolumes(pod)
                    || rejectors.stream().anyMatch(interested::contains);
        };
    }

    private static Set<Plugin> rejectors(Pod pod) {
        return Reason.pluginsIn(Rejection.of(pod).orElse(""));
    }
}
