package io.mooring.binding.control.resize;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.List;
import java.util.Optional;

/**
 * Gives a file system the size of its volume once a pod runs with it. Models what the kubelet does of a resize
 * ({@code NodeExpandVolume}, {@code MarkFSResizeFinished}); it always works.
 */
final class FileSystemResizer implements PlaneController<Ref<PersistentVolumeClaim>> {
    private static final Watches<Ref<PersistentVolumeClaim>> WATCHES =
            Watches.<PersistentVolumeClaim, Ref<PersistentVolumeClaim>>of(
                            PersistentVolumeClaim.KIND,
                            Watches.Handler.ofItself(FileSystemResizer::isPending, PersistentVolumeClaim::ref))
                    .and(Pod.KIND, FileSystemResizer::ofPod);

    @Override
    public String name() {
        return "kubelet-file-system-resize";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM);
    }

    @Override
    public Watches<Ref<PersistentVolumeClaim>> watches() {
        return WATCHES;
    }

    /** A pod that runs: the claims that wait for one. */
    private static List<Wake<Ref<PersistentVolumeClaim>>> ofPod(Change<Pod> change, Cluster cluster) {
        if (change.isRemoval() || !change.object().isIn(PodPhase.RUNNING)) {
            return List.of();
        }
        return change.object().claims().stream()
                .filter(claim ->
                        cluster.get(claim).filter(FileSystemResizer::isPending).isPresent())
                .map(Wake::now)
                .toList();
    }

    private static boolean isPending(PersistentVolumeClaim claim) {
        return ResizeStatus.of(claim).equals(ResizeStatus.NODE_PENDING);
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
        Optional<PersistentVolumeClaim> claim = cluster.get(item).filter(FileSystemResizer::isPending);
        Optional<PersistentVolume> volume =
                claim.flatMap(PersistentVolumeClaim::volume).flatMap(cluster::get);
        Optional<Pod> pod = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, item)
                .filter(user -> user.isIn(PodPhase.RUNNING))
                .findFirst();
        return volume.isPresent() && pod.isPresent() ? resize(claim.orElseThrow(), volume.get(), pod.get()) : List.of();
    }

    private static List<Write> resize(PersistentVolumeClaim claim, PersistentVolume volume, Pod pod) {
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
