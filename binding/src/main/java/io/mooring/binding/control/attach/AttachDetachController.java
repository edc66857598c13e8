package io.mooring.binding.control.attach;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.control.volume.PodChanges;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.TreePSet;

/**
 * Has volumes attached to the nodes whose pods use them, and detached where no pod does any more. Models {@code
 * pkg/controller/volume/attachdetach}; what that remembers in memory are attachments, the nodes' {@code volumesAttached}, and
 * findings here. It looks after the nodes whose annotation says so.
 */
public final class AttachDetachController implements PlaneController<Ref<PersistentVolume>> {
    /** What its events name as their source. */
    public static final String NAME = "attachdetach-controller";

    private static final Watches<Ref<PersistentVolume>> WATCHES = Watches.<Pod, Ref<PersistentVolume>>of(
                    Pod.KIND, (change, cluster) -> ofPod(change, cluster))
            .and(PersistentVolumeClaim.KIND, (change, cluster) -> ofClaim(change, cluster))
            .and(PersistentVolume.KIND, (change, cluster) -> ofVolume(change))
            .and(
                    VolumeAttachment.KIND,
                    (change, cluster) ->
                            change.object().volume().stream().map(Wake::now).toList())
            .and(Node.KIND, (change, cluster) -> ofNode(change, cluster))
            .and(CsiDriver.KIND, (change, cluster) -> ofDriver(change, cluster));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<View<?>> views() {
        List<View<?>> views = new ArrayList<>(AttachmentIndexes.VIEWS);
        views.add(VolumeIndexes.CLAIMS_BY_VOLUME);
        views.add(VolumeIndexes.PODS_BY_CLAIM);
        views.add(VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE);
        return List.copyOf(views);
    }

    @Override
    public Watches<Ref<PersistentVolume>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<PersistentVolume>>> ofPod(Change<Pod> change, Cluster cluster) {
        Pod pod = change.object();
        if (!pod.isPlaced() || !PodChanges.matterToVolumes(change)) {
            return List.of();
        }
        List<Wake<Ref<PersistentVolume>>> wakes = new ArrayList<>();
        for (Ref<PersistentVolume> volume : volumesOf(pod, cluster)) {
            if (mayMatter(pod, volume, cluster)) {
                wakes.add(Wake.now(volume));
            }
        }
        return wakes;
    }

    /** The volumes that the pod's claims name, in the order of the claims; one may come several times. */
    private static List<Ref<PersistentVolume>> volumesOf(Pod pod, Cluster cluster) {
        List<Ref<PersistentVolume>> volumes = new ArrayList<>();
        for (Ref<PersistentVolumeClaim> claim : pod.claims()) {
            cluster.get(claim).flatMap(PersistentVolumeClaim::volume).ifPresent(volumes::add);
        }
        return volumes;
    }

    private static boolean mayMatter(Pod pod, Ref<PersistentVolume> volume, Cluster cluster) {
        return cluster.node(pod.spec().nodeName())
                        .filter(Node::isManagedForAttach)
                        .isPresent()
                || AttachmentIndexes.BY_VOLUME.count(cluster, volume) > 0;
    }

    private static List<Wake<Ref<PersistentVolume>>> ofClaim(Change<PersistentVolumeClaim> change, Cluster cluster) {
        Optional<Ref<PersistentVolume>> before = change.before().flatMap(PersistentVolumeClaim::volume);
        Optional<Ref<PersistentVolume>> after = change.after().flatMap(PersistentVolumeClaim::volume);
        boolean isSame = change.isUpdate()
                && before.equals(after)
                && change.before().orElseThrow().isBound() == change.object().isBound();
        if (isSame || (before.isEmpty() && after.isEmpty())) {
            return List.of();
        }
        return Stream.concat(before.stream(), after.stream())
                .distinct()
                .filter(volume -> isInUse(change.object(), volume, cluster))
                .map(Wake::now)
                .toList();
    }

    private static boolean isInUse(PersistentVolumeClaim claim, Ref<PersistentVolume> volume, Cluster cluster) {
        return VolumeIndexes.PODS_BY_CLAIM.count(cluster, claim.ref()) > 0
                || AttachmentIndexes.BY_VOLUME.count(cluster, volume) > 0;
    }

    private static List<Wake<Ref<PersistentVolume>>> ofVolume(Change<PersistentVolume> change) {
        boolean isSame = change.isUpdate()
                && change.before().orElseThrow().spec().equals(change.object().spec());
        return isSame || change.object().claim().isEmpty()
                ? List.of()
                : List.of(Wake.now(change.object().ref()));
    }

    /** What the controller itself says of a node is no news. */
    private static List<Wake<Ref<PersistentVolume>>> ofNode(Change<Node> change, Cluster cluster) {
        if (change.isUpdate()) {
            Node before = change.before().orElseThrow();
            Node after = change.object();
            if (isTreatedAlike(before, after)) {
                return before.status().volumesInUse().equals(after.status().volumesInUse())
                        ? List.of()
                        : attachedTo(after, cluster)
                                .filter(volume -> cluster.get(volume)
                                        .flatMap(found -> AttachableVolume.of(cluster, found))
                                        .map(AttachableVolume::nameOnNodes)
                                        .filter(name -> before.status()
                                                        .volumesInUse()
                                                        .contains(name)
                                                != after.status().volumesInUse().contains(name))
                                        .isPresent())
                                .map(Wake::now)
                                .toList();
            }
        }
        Node node = change.object();
        return Stream.concat(
                        attachedTo(node, cluster),
                        VolumeIndexes.PODS_WITH_CLAIMS_BY_NODE
                                .find(cluster, node.metadata().name())
                                .flatMap(pod -> volumesOf(pod, cluster).stream()))
                .distinct()
                .map(Wake::now)
                .toList();
    }

    private static boolean isTreatedAlike(Node before, Node after) {
        return before.isReady() == after.isReady()
                && before.metadata().annotations().equals(after.metadata().annotations())
                && before.spec().equals(after.spec());
    }

    private static Stream<Ref<PersistentVolume>> attachedTo(Node node, Cluster cluster) {
        return VolumeIndexes.ATTACHMENTS_BY_NODE
                .find(cluster, node.metadata().name())
                .flatMap(attachment -> attachment.volume().stream());
    }

    /** Drivers come and go rarely: all their volumes are looked at. */
    private static List<Wake<Ref<PersistentVolume>>> ofDriver(Change<CsiDriver> change, Cluster cluster) {
        return cluster.list(PersistentVolume.KIND)
                .filter(volume -> volume.isOfDriver(change.object().metadata().name()))
                .map(volume -> Wake.atResync(volume.ref()))
                .toList();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolume> item) {
        return writes(cluster, item, AttachmentFindings.of(cluster, item));
    }

    @Override
    public List<List<Write>> choices(Cluster cluster, Ref<PersistentVolume> item) {
        return AttachmentFindings.choices(cluster, item).stream()
                .map(findings -> writes(cluster, item, findings))
                .toList();
    }

    private static List<Write> writes(Cluster cluster, Ref<PersistentVolume> volume, List<AttachmentFinding> findings) {
        AttachmentWrites writes = new AttachmentWrites(cluster);
        findings.forEach(finding -> finding.accept(writes));
        TreePSet<Ref<VolumeAttachment>> noted =
                cluster.view(AttachmentIndexes.NOTED).getOrDefault(volume, TreePSet.empty());
        return writes.andForget(noted);
    }
}
