package io.mooring.binding.control.attach;

import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a volume is wanted and where it is attached. Upstream: its part of the desired and of the actual state of the world.
 *
 * @param volume the volume, if it exists and is attached at all
 * @param attachments by their node
 * @param users the pods that use it, by their node, each node's by namespace and name
 */
record VolumeOnNodes(
        Cluster cluster,
        Optional<AttachableVolume> volume,
        NavigableMap<Ref<Node>, VolumeAttachment> attachments,
        NavigableMap<Ref<Node>, List<Pod>> users) {

    static VolumeOnNodes of(Cluster cluster, Ref<PersistentVolume> ref) {
        NavigableMap<Ref<Node>, VolumeAttachment> attachments = new TreeMap<>();
        AttachmentIndexes.BY_VOLUME
                .find(cluster, ref)
                .forEach(attachment -> attachments.put(attachment.node(), attachment));
        Optional<PersistentVolume> volume = cluster.get(ref);
        Optional<AttachableVolume> attachable = volume.flatMap(found -> AttachableVolume.of(cluster, found));
        boolean isAttachedAtAll = volume.isEmpty() || attachable.isPresent();
        NavigableMap<Ref<Node>, List<Pod>> users = isAttachedAtAll ? users(cluster, ref, volume) : new TreeMap<>();
        return new VolumeOnNodes(cluster, attachable, attachments, users);
    }

    private static NavigableMap<Ref<Node>, List<Pod>> users(
            Cluster cluster, Ref<PersistentVolume> ref, Optional<PersistentVolume> volume) {
        NavigableMap<Ref<Node>, List<Pod>> users = new TreeMap<>();
        VolumeIndexes.CLAIMS_BY_VOLUME
                .find(cluster, ref.name())
                .filter(PersistentVolumeClaim::isBound)
                .filter(claim -> volume.isEmpty() || volume.get().isHeldBy(claim))
                .flatMap(claim -> VolumeIndexes.PODS_BY_CLAIM.find(cluster, claim.ref()))
                .filter(pod -> uses(cluster, pod))
                .forEach(pod -> users.computeIfAbsent(nodeOf(pod), node -> new ArrayList<>())
                        .add(pod));
        return users;
    }

    /** Whether the pod is on a node and its volumes are not free of it. Models {@code DetermineVolumeAction}. */
    private static boolean uses(Cluster cluster, Pod pod) {
        return pod.isPlaced()
                && (!pod.isTerminated()
                        || cluster.get(nodeOf(pod))
                                .filter(Node::keepsVolumesOfTerminatedPods)
                                .isPresent());
    }

    private static Ref<Node> nodeOf(Pod pod) {
        return Node.ref(pod.spec().nodeName());
    }

    /** The nodes that have it or whose pods use it, but for those whose kubelets attach for themselves. */
    SortedSet<Ref<Node>> nodes() {
        SortedSet<Ref<Node>> nodes = new TreeSet<>(attachments.keySet());
        nodes.addAll(users.keySet());
        nodes.removeIf(node ->
                cluster.get(node).filter(found -> !found.isManagedForAttach()).isPresent());
        return nodes;
    }

    /** Whether several nodes may have it at once; of a volume that is gone nothing is known, and nothing forbidden. */
    boolean allowsSeveralNodes() {
        return volume.map(found -> found.volume().allowsSeveralNodes()).orElse(true);
    }

    /** The nodes to which it is attached, and from which it is not being detached, but for one. */
    List<Ref<Node>> holdersBut(Ref<Node> node) {
        return attachments.values().stream()
                .filter(VolumeAttachment::isAttached)
                .filter(attachment -> !attachment.metadata().isBeingDeleted())
                .map(VolumeAttachment::node)
                .filter(holder -> !holder.equals(node))
                .toList();
    }

    /** The pods that use it on a node. */
    List<Ref<Pod>> podsOn(Ref<Node> node) {
        return users.getOrDefault(node, List.of()).stream().map(Pod::ref).toList();
    }

    /** The nodes whose pods use it and that do not have it, the one first whose first pod was made first. */
    List<Ref<Node>> waiting() {
        return nodes().stream()
                .filter(users::containsKey)
                .filter(node -> !attachments.containsKey(node))
                .filter(node -> cluster.get(node).isPresent())
                .sorted(Comparator.comparing((Ref<Node> node) -> users.getOrDefault(node, List.of()).stream()
                                .map(pod -> pod.metadata().creationTimestamp())
                                .flatMap(Optional::stream)
                                .min(Comparator.naturalOrder())
                                .orElse(Instant.MIN))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whether the node says that it is mounted; of a node that is gone it is taken so, for nobody can tell. */
    boolean isMountedOn(Ref<Node> node) {
        Optional<Node> found = cluster.get(node);
        return found.isEmpty()
                || volume.filter(attachable ->
                                found.get().status().volumesInUse().contains(attachable.nameOnNodes()))
                        .isPresent();
    }
}
