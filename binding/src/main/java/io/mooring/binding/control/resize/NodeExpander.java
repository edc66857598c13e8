package io.mooring.binding.control.resize;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.List;
import java.util.Optional;

/**
 * Gives a file system the size of its volume once a pod runs with it. Models what the kubelet does of an expansion
 * ({@code NodeExpandVolume}, {@code MarkFSResizeFinished}); it always works.
 */
final class NodeExpander implements Controller<Ref<PersistentVolumeClaim>> {

    @Override
    public String name() {
        return "kubelet-volume-expansion";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM);
    }

    @Override
    public List<Wake<Ref<PersistentVolumeClaim>>> wakes(Change change, Cluster cluster) {
        KubernetesObject object = change.after().orElse(null);
        if (object instanceof PersistentVolumeClaim claim) {
            return isPending(claim) ? List.of(Wake.now(claim.ref())) : List.of();
        }
        return object instanceof Pod pod && isRunning(pod)
                ? pod.claims()
                        .flatMap(claim -> cluster.get(claim).stream())
                        .filter(NodeExpander::isPending)
                        .map(claim -> Wake.now(claim.ref()))
                        .toList()
                : List.of();
    }

    private static boolean isPending(PersistentVolumeClaim claim) {
        return ResizeStatus.of(claim).equals(ResizeStatus.NODE_PENDING);
    }

    private static boolean isRunning(Pod pod) {
        return pod.isIn(PodPhase.RUNNING);
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
        Optional<PersistentVolumeClaim> claim = cluster.get(item).filter(NodeExpander::isPending);
        Optional<PersistentVolume> volume =
                claim.flatMap(PersistentVolumeClaim::volume).flatMap(cluster::get);
        Optional<Pod> pod = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, item)
                .filter(NodeExpander::isRunning)
                .findFirst();
        return volume.isPresent() && pod.isPresent() ? expand(claim.orElseThrow(), volume.get(), pod.get()) : List.of();
    }

    private static List<Write> expand(PersistentVolumeClaim claim, PersistentVolume volume, Pod pod) {
        return List.of(
                new Write.UpdateStatus(
                        claim.withStatus(ResizeStatus.finished(claim.status(), volume.storageCapacity()))),
                Write.normal(
                        pod,
                        "FileSystemResizeSuccessful",
                        "MountVolume.NodeExpandVolume succeeded for volume \""
                                + volume.metadata().name() + "\" " + pod.spec().nodeName()));
    }
}
