package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.part.Asking;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.control.volume.PodChanges;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says on each node which attached volumes its pods use: they must not be detached. Models {@code GetVolumesInUse} of the
 * kubelet's volume manager; a pod that is over lets go at once.
 */
public final class VolumesInUse implements PlaneController<Ref<Node>> {
    private static final Watches<Ref<Node>> WATCHES = Watches.<Pod, Ref<Node>>of(
                    Pod.KIND,
                    (change, cluster) ->
                            PodChanges.matterToVolumes(change) ? wakes(List.of(change.object())) : List.of())
            .and(
                    PersistentVolumeClaim.KIND,
                    (change, cluster) -> change.isRemoval()
                            ? List.of()
                            : wakes(VolumeIndexes.PODS_BY_CLAIM.list(cluster, change.ref())))
            .and(Node.KIND, Watches.Handler.ofItself(Node::ref));

    private final Kubelet kubelet;

    public VolumesInUse(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    @Override
    public String name() {
        return "kubelet volumes";
    }

    @Override
    public List<View<?>> views() {
        return List.of(
                VolumeIndexes.PODS_BY_CLAIM, VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE, VolumeIndexes.ATTACHMENTS_BY_NODE);
    }

    @Override
    public Watches<Ref<Node>> watches() {
        return WATCHES;
    }

    /** Of each volume that a pod uses it must be known whether it is attached at all. */
    @Override
    public Kinds needs() {
        return Kinds.of(
                Pod.KIND,
                PersistentVolumeClaim.KIND,
                PersistentVolume.KIND,
                CsiDriver.KIND,
                VolumeAttachment.KIND,
                Node.KIND);
    }

    /** A node may come several times: it is queued once. */
    private static List<Wake<Ref<Node>>> wakes(List<Pod> pods) {
        List<Wake<Ref<Node>>> wakes = new ArrayList<>();
        for (Pod pod : pods) {
            if (pod.isPlaced() && pod.usesClaims()) {
                wakes.add(Wake.now(Node.ref(pod.spec().nodeName())));
            }
        }
        return wakes;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Node> item) {
        return cluster.get(item)
                .filter(Node::isManagedForAttach)
                .filter(this::isAnswered)
                .map(node -> report(cluster, node))
                .orElse(List.of());
    }

    /** Why a kubelet could not be asked is told of its pods. */
    private boolean isAnswered(Node node) {
        return Asking.ask(() -> kubelet.answers(node), why -> false);
    }

    private static List<Write> report(Cluster cluster, Node node) {
        List<String> said = node.status().volumesInUse();
        SortedSet<String> used = used(cluster, node);
        List<String> inUse = new ArrayList<>(said);
        inUse.removeAll(unused(cluster, node, used));
        used.stream().filter(name -> !inUse.contains(name)).forEach(inUse::add);
        return inUse.equals(said)
                ? List.of()
                : List.of(new Write.UpdateStatus(node.withStatus(node.status().withVolumesInUse(inUse))));
    }

    /** Of what else a node says that it is in use, nothing is known here. */
    private static Set<String> unused(Cluster cluster, Node node, Set<String> used) {
        return VolumeIndexes.ATTACHMENTS_BY_NODE
                .find(cluster, node.metadata().name())
                .flatMap(attachment -> attachment.volume().stream())
                .flatMap(volume -> cluster.get(volume).stream())
                .flatMap(volume -> AttachableVolume.of(cluster, volume).stream())
                .map(AttachableVolume::nameOnNodes)
                .filter(name -> !used.contains(name))
                .collect(Collectors.toSet());
    }

    private static SortedSet<String> used(Cluster cluster, Node node) {
        SortedSet<String> used = new TreeSet<>();
        VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE
                .find(cluster, node.metadata().name())
                .filter(pod -> !pod.isTerminated())
                .flatMap(pod -> AttachableVolume.of(cluster, pod))
                .forEach(volume -> used.add(volume.nameOnNodes()));
        return used;
    }
}
