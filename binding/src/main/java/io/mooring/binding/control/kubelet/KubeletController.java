package io.mooring.binding.control.kubelet;

import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;

/** Writes what the kubelets report of the pods on their nodes. */
public final class KubeletController implements Controller<Ref<Pod>> {
    private final Kubelet kubelet;

    public KubeletController(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    @Override
    public String name() {
        return "kubelet";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM);
    }

    @Override
    public List<Wake<Ref<Pod>>> wakes(Change change, Cluster cluster) {
        if (change.isRemoval()) {
            return List.of();
        }
        if (change.object() instanceof Pod pod) {
            return pod.isPlaced() ? List.of(Wake.now(pod.ref())) : List.of();
        }
        if (change.object() instanceof PersistentVolumeClaim claim) {
            return VolumeIndexes.PODS_BY_CLAIM
                    .find(cluster, claim.ref())
                    .filter(Pod::isPlaced)
                    .map(pod -> Wake.now(pod.ref()))
                    .toList();
        }
        return List.of();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Pod> item) {
        return cluster.get(item)
                .filter(Pod::isPlaced)
                .map(pod -> writes(pod, kubelet.look(pod, cluster)))
                .orElse(List.of());
    }

    private static List<Write> writes(Pod pod, Kubelet.Report report) {
        if (report instanceof Kubelet.Report.Status status) {
            return status.status().equals(pod.status())
                    ? List.of()
                    : List.of(new Write.UpdateStatus(pod.withStatus(status.status())));
        }
        boolean isGone = report instanceof Kubelet.Report.Gone && pod.metadata().isBeingDeleted() && !isFinished(pod);
        return isGone
                ? List.of(new Write.Delete(
                        pod.ref(), Deletion.DEFAULT.ofUid(pod.metadata().uid()).withGracePeriod(0)))
                : List.of();
    }

    /** Only finalizers hold it still. */
    private static boolean isFinished(Pod pod) {
        return pod.metadata().deletionGracePeriodSeconds().orElse(0L) == 0;
    }
}
