package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which pods a change makes worth another look: new ones, those whose volumes are being bound, and the rejected ones of
 * which a plug-in that rejected them waits for such a change. Models {@code EventsToRegister} of the plug-ins with their
 * queueing hints.
 *
 * <p>A rejected pod that waits for claims to be bound is woken by those claims and by nodes only: upstream looks at it
 * with every volume too, and finds what it found before.
 *
 * <p>A pod that backs off is woken by the time alone.
 */
record QueueingHints<T extends KubernetesObject>(Change<T> change, Cluster cluster) {
    /** The pods to look at again. */
    static final Watches<Ref<Pod>> WATCHES = Watches.of(Pod.KIND, handler(QueueingHints::ofPod))
            .and(PersistentVolumeClaim.KIND, handler(QueueingHints::ofClaim))
            .and(PersistentVolume.KIND, handler(QueueingHints::ofVolume))
            .and(Node.KIND, handler(QueueingHints::ofNode))
            .and(StorageClass.KIND, handler(QueueingHints::ofStorageClass))
            .and(CsiStorageCapacity.KIND, handler(QueueingHints::ofCapacity))
            .and(CsiDriver.KIND, handler(QueueingHints::ofCapacity))
            .and(CsiNode.KIND, handler(QueueingHints::ofCsiNode))
            .and(VolumeAttachment.KIND, handler(QueueingHints::ofAttachment));

    private static <T extends KubernetesObject> Watches.Handler<T, Ref<Pod>> handler(
            Function<QueueingHints<T>, List<Pod>> hint) {
        return (change, cluster) -> {
            List<Wake<Ref<Pod>>> wakes = new ArrayList<>();
            for (Pod pod : hint.apply(new QueueingHints<>(change, cluster))) {
                if (Scheduler.isToSchedule(pod)
                        && PodFindings.backingOff(cluster, pod).isEmpty()) {
                    wakes.add(Wake.now(pod.ref()));
                }
            }
            return wakes;
        };
    }

    /** A new pod, or one that another queue let go; and those that it helps by coming to a node, or by leaving one. */
    private static List<Pod> ofPod(QueueingHints<Pod> hints) {
        List<Pod> pods = new ArrayList<>();
        Pod pod = hints.change.object();
        boolean isOver = hints.change.isRemoval() || pod.hasEnded();
        if (!isOver && !isSame(hints.change)) {
            pods.add(pod);
        }
        PodHint hint = PodHint.of(hints.cluster, hints.change);
        for (Pod waiting : hint.waiting()) {
            if (hint.mayHelp(waiting)) {
                pods.add(waiting);
            }
        }
        return pods;
    }

    private static boolean isSame(Change<Pod> change) {
        if (change.isCreation()) {
            return false;
        }
        Pod before = change.before().orElseThrow();
        Pod pod = change.object();
        return before.spec().equals(pod.spec())
                && before.metadata().labels().equals(pod.metadata().labels());
    }

    /** That a claim is gone wakes nobody but a pod whose volumes are being bound: it waits for that very claim. */
    private static List<Pod> ofClaim(QueueingHints<PersistentVolumeClaim> hints) {
        List<Pod> users = VolumeIndexes.PODS_BY_CLAIM.list(hints.cluster, hints.change.ref());
        if (users.isEmpty()) {
            return users;
        }
        if (hints.change.isRemoval()) {
            return users.stream().filter(Scheduler::isBindingVolumes).toList();
        }
        Set<SchedulerPlugin> interested = hints.change.isCreation()
                ? Set.of(
                        SchedulerPlugin.NODE_VOLUME_LIMITS,
                        SchedulerPlugin.VOLUME_RESTRICTIONS,
                        SchedulerPlugin.VOLUME_BINDING,
                        SchedulerPlugin.VOLUME_ZONE)
                : Set.of(SchedulerPlugin.VOLUME_BINDING, SchedulerPlugin.VOLUME_ZONE);
        return users.stream().filter(hints.isWaitingFor(interested)).toList();
    }

    /** A volume that is gone or was taken back matters only to the pod that waits for it to be bound. */
    private static List<Pod> ofVolume(QueueingHints<PersistentVolume> hints) {
        List<Pod> pods = new ArrayList<>(bindingToTakenBack(hints));
        if (!hints.change.isRemoval()) {
            pods.addAll(hints.unschedulable(Set.of(SchedulerPlugin.VOLUME_BINDING, SchedulerPlugin.VOLUME_ZONE)));
        }
        return pods;
    }

    /** The pods whose volumes are being bound, to a volume that no longer names their claim. */
    private static List<Pod> bindingToTakenBack(QueueingHints<PersistentVolume> hints) {
        Optional<ObjectReference> before =
                hints.change.before().flatMap(volume -> volume.spec().claimRef());
        boolean isKept = !hints.change.isRemoval()
                && hints.change.object().spec().claimRef().equals(before);
        return isKept || before.isEmpty()
                ? List.of()
                : VolumeIndexes.PODS_BY_CLAIM
                        .find(hints.cluster, PersistentVolumeClaim.ref(before.get()))
                        .filter(Scheduler::isBindingVolumes)
                        .toList();
    }

    private static List<Pod> ofNode(QueueingHints<Node> hints) {
        return isOfNoConcern(hints.change)
                ? List.of()
                : UnplacedPods.all(hints.cluster)
                        .filter(new NodeHint(hints.cluster, hints.change)::mayHelp)
                        .toList();
    }

    private static boolean isOfNoConcern(Change<Node> change) {
        Node node = change.object();
        return !change.isRemoval()
                && change.before()
                        .filter(before -> before.spec().equals(node.spec()))
                        .filter(before -> before.metadata()
                                .labels()
                                .equals(node.metadata().labels()))
                        .filter(before -> PodRequests.allocatable(before).equals(PodRequests.allocatable(node)))
                        .isPresent();
    }

    /** A driver that came to a node, or can have more volumes there. */
    private static List<Pod> ofCsiNode(QueueingHints<OtherObject> hints) {
        Optional<CsiNode> before = hints.change.before().map(CsiNode::of);
        boolean offersMore = hints.change
                .after()
                .map(CsiNode::of)
                .filter(after -> before.map(after::offersMoreThan).orElse(true))
                .isPresent();
        return offersMore ? hints.unschedulable(Set.of(SchedulerPlugin.NODE_VOLUME_LIMITS)) : List.of();
    }

    /**
     * A volume was detached: pods that name a claim, or have an in-tree volume of this attacher, may fit now; of claims of ephemeral
     * volumes upstream does not think. Models {@code isSchedulableAfterVolumeAttachmentDeleted}.
     */
    private static List<Pod> ofAttachment(QueueingHints<VolumeAttachment> hints) {
        String attacher = hints.change.object().spec().attacher();
        return hints.change.isRemoval()
                ? hints.unschedulable(Set.of(SchedulerPlugin.NODE_VOLUME_LIMITS)).stream()
                        .filter(pod -> CsiVolume.isNamedOrOf(attacher, pod))
                        .toList()
                : List.of();
    }

    private static List<Pod> ofStorageClass(QueueingHints<StorageClass> hints) {
        boolean hasSameTopologies = hints.change
                .before()
                .filter(before ->
                        before.allowedTopologies().equals(hints.change.object().allowedTopologies()))
                .isPresent();
        return hints.change.isRemoval() || hasSameTopologies
                ? List.of()
                : hints.unschedulable(Set.of(SchedulerPlugin.VOLUME_BINDING, SchedulerPlugin.VOLUME_ZONE));
    }

    private static List<Pod> ofCapacity(QueueingHints<?> hints) {
        return hints.change.isRemoval() ? List.of() : hints.unschedulable(Set.of(SchedulerPlugin.VOLUME_BINDING));
    }

    private List<Pod> unschedulable(Set<SchedulerPlugin> interested) {
        List<Pod> waiting = UnschedulablePods.waitingForAnything(cluster);
        return waiting.isEmpty()
                ? waiting
                : waiting.stream().filter(isWaitingFor(interested)).toList();
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
